"""How products stand with the site, for a page of them in one query."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Text, and_, cast, func, select
from sqlalchemy.orm import Session

from models import Outbox, Product, SyncConflict, SyncLink

OPEN_CONFLICTS = (
    select(func.count())
    .where(SyncConflict.link_id == SyncLink.id, SyncConflict.state == "open")
    .correlate(SyncLink)
    .scalar_subquery()
)
STANDINGS = (
    select(
        Product.id,
        Product.bitrix_id,
        SyncLink.state.label("link"),
        SyncLink.agreed_at,
        SyncLink.rejected,
        Outbox.state.label("debt"),
        OPEN_CONFLICTS.label("conflicts"),
    )
    .outerjoin(SyncLink, and_(SyncLink.kind == "product", SyncLink.local_id == Product.id))
    .outerjoin(
        Outbox,
        and_(
            Outbox.shop_id == Product.shop_id,
            Outbox.kind == "product",
            Outbox.key == cast(Product.bitrix_id, Text),
        ),
    )
)


def with_agreement(session: Session, products: Sequence[Product]) -> Sequence[Product]:
    """The same products, each with its standing as `sync`, where the schema for staff reads it."""
    rows = session.execute(STANDINGS.where(Product.id.in_([product.id for product in products])))
    standings = {row.id: _standing(row) for row in rows}
    for product in products:
        product.sync = standings[product.id]  # type: ignore[attr-defined]
    return products


def _standing(row: Any) -> dict[str, Any]:
    return {
        "state": state_of(row),
        "agreed_at": row.agreed_at,
        "conflicts": row.conflicts,
        "rejected": row.rejected or {},
    }


def state_of(row: Any) -> str:
    """One word for a row's `link`, `debt`, `bitrix_id` and `agreed_at`."""
    if row.link == "gone_there":
        return "gone_there"
    if row.debt in ("dead", "pending"):
        return str(row.debt)
    if row.bitrix_id is None:
        return "local_only"
    return "agreed" if row.agreed_at else "pending"
