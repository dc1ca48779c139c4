"""How products stand with the site, for a page of them in one query."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, Text, and_, case, cast, func, literal_column, or_, select
from sqlalchemy.orm import Session, aliased

from models import Outbox, Product, SyncConflict, SyncLink
from web import plain

IT = aliased(Product)
OPEN_CONFLICTS = (
    select(func.count())
    .where(SyncConflict.link_id == SyncLink.id, SyncConflict.state == "open")
    .correlate(SyncLink)
    .scalar_subquery()
)
STATE = case(
    (IT.bitrix_id.is_(None), "local_only"),
    (SyncLink.state == "gone_there", "gone_there"),
    (Outbox.state == "dead", "dead"),
    (or_(Outbox.state == "pending", SyncLink.agreed_at.is_(None)), "pending"),
    else_="agreed",
)
STANDING = [
    STATE.label("state"),
    SyncLink.agreed_at.label("agreed_at"),
    OPEN_CONFLICTS.label("conflicts"),
    func.coalesce(SyncLink.rejected, literal_column("'{}'::jsonb")).label("rejected"),
]


def _standings(*shown: Any) -> Select[Any]:
    return (
        select(*shown)
        .select_from(IT)
        .outerjoin(SyncLink, and_(SyncLink.kind == "product", SyncLink.local_id == IT.id))
        .outerjoin(
            Outbox,
            and_(Outbox.shop_id == IT.shop_id, Outbox.kind == "product", Outbox.key == cast(IT.bitrix_id, Text)),
        )
    )


# Of each product that a query finds, as part of it.
AS_JSON = plain.row_as_json(_standings(*STANDING).where(IT.id == Product.id).correlate(Product))


def with_agreement(session: Session, products: Sequence[Product]) -> Sequence[Product]:
    """The same products, each with its standing as `sync`, where the schema for staff reads it."""
    rows = session.execute(_standings(IT.id, *STANDING).where(IT.id.in_([product.id for product in products])))
    standings = {row.id: row._mapping for row in rows}
    for product in products:
        product.sync = standings[product.id]  # type: ignore[attr-defined]
    return products
