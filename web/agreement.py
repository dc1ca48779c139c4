"""How rows stand with the site: of products, as part of a query or for some of them in one query."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    SQLColumnExpression,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
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


def owed(row: Any, kind: ColumnElement[str], key: ColumnElement[str]) -> ScalarSelect[str]:
    """Whether a debt of the row waits or is dead.

    A query of its own: in a join under a policy a key made of a number finds no index, for making it may leak.
    """
    its_own = (Outbox.shop_id == row.shop_id, Outbox.kind == kind, Outbox.key == key)
    return select(Outbox.state).where(*its_own, Outbox.state != "settled").correlate(row).scalar_subquery()


def standing(bitrix_id: SQLColumnExpression[int | None], debt: ScalarSelect[str]) -> list[ColumnElement[Any]]:
    """Of a row with its link; its state is one word."""
    settled = case((bitrix_id.is_(None), "local_only"), (SyncLink.agreed_at.is_(None), "pending"), else_="agreed")
    state = case((SyncLink.state == "gone_there", "gone_there"), else_=func.coalesce(debt, settled))
    return [
        state.label("state"),
        SyncLink.agreed_at.label("agreed_at"),
        OPEN_CONFLICTS.label("conflicts"),
        func.coalesce(SyncLink.rejected, literal_column("'{}'::jsonb")).label("rejected"),
    ]


def told(session: Session, rows: Sequence[Row], query: Select[Any]) -> Sequence[Row]:
    """The same rows, each with its standing as `sync`, where the schemas for staff read it."""
    found = {row.id: row._mapping for row in session.execute(query)}
    for row in rows:
        row.sync = found[row.id]  # type: ignore[attr-defined]
    return rows


def standings(it: Any, kind: str, *shown: Any) -> Select[Any]:
    """What is `shown` of rows of a kind, each with its link."""
    return (
        select(*shown).select_from(it).outerjoin(SyncLink, and_(SyncLink.kind == kind, SyncLink.local_id == it.id))
    )


STANDING = standing(IT.bitrix_id, owed(IT, literal("product"), cast(IT.bitrix_id, Text)))


# Of each product that a query finds, as part of it.
AS_JSON = plain.row_as_json(standings(IT, "product", *STANDING).where(IT.id == Product.id).correlate(Product))


def with_agreement(session: Session, products: Sequence[Product]) -> Sequence[Product]:
    ids = [product.id for product in products]
    return told(session, products, standings(IT, "product", IT.id, *STANDING).where(IT.id.in_(ids)))
