"""How rows stand with the site: of products, as part of a query or for some of them in one query."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    Text,
    and_,
    case,
    cast,
    func,
    literal_column,
    select,
)
from sqlalchemy.orm import Session, aliased

from models import Outbox, Product, SyncConflict, SyncLink
from web import plain

Row = TypeVar("Row")
IT = aliased(Product)
OPEN_CONFLICTS = (
    select(func.count())
    .where(SyncConflict.link_id == SyncLink.id, SyncConflict.state == "open")
    .correlate(SyncLink)
    .scalar_subquery()
)


def standing(bitrix_id: SQLColumnExpression[int | None]) -> list[ColumnElement[Any]]:
    """Of a row with its link and what is owed for it; its state is one word."""
    state = case(
        (SyncLink.state == "gone_there", "gone_there"),
        (Outbox.state.in_(("dead", "pending")), Outbox.state),
        (bitrix_id.is_(None), "local_only"),
        (SyncLink.agreed_at.is_(None), "pending"),
        else_="agreed",
    )
    return [
        state.label("state"),
        SyncLink.agreed_at.label("agreed_at"),
        OPEN_CONFLICTS.label("conflicts"),
        func.coalesce(SyncLink.rejected, literal_column("'{}'::jsonb")).label("rejected"),
    ]


def told(session: Session, rows: Sequence[Row], standings: Select[Any]) -> Sequence[Row]:
    """The same rows, each with its standing as `sync`, where the schemas for staff read it."""
    found = {row.id: row._mapping for row in session.execute(standings)}
    for row in rows:
        row.sync = found[row.id]  # type: ignore[attr-defined]
    return rows


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
AS_JSON = plain.row_as_json(_standings(*standing(IT.bitrix_id)).where(IT.id == Product.id).correlate(Product))


def with_agreement(session: Session, products: Sequence[Product]) -> Sequence[Product]:
    ids = [product.id for product in products]
    return told(session, products, _standings(IT.id, *standing(IT.bitrix_id)).where(IT.id.in_(ids)))
