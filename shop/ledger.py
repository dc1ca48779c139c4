"""What the books hold for one order: reservations, and sales less returns. Nothing else says what it has taken."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, FromClause, Subquery, delete, func, select
from sqlalchemy.orm import Session

from models import OrderItem, OrderReservation, ProductRecipe, WarehouseItem, WarehouseOperation

PIECES = (OrderReservation.warehouse_item_id, OrderReservation.quantity)


@dataclass(frozen=True)
class Ledger:
    """Pieces by warehouse item, positive ones only, and those items by id."""

    reserved: Counter[int]
    sold: Counter[int]
    needed: Counter[int]  # for the order's lines, as recipes are now
    items: Mapping[int, WarehouseItem]

    @property
    def booked(self) -> Counter[int]:
        return self.reserved + self.sold


def read(session: Session, order_id: int) -> Ledger:
    reserved = select(*PIECES).where(OrderReservation.order_id == order_id).subquery()
    return _read(session, order_id, reserved)


def take_back(session: Session, order_id: int) -> Ledger:
    """The same of a locked order, after which nothing is reserved for it: what it is to keep is promised anew.

    The warehouse rows are locked as `shelf.lock` does.
    """
    reserved = (
        delete(OrderReservation).where(OrderReservation.order_id == order_id).returning(*PIECES).cte("reserved")
    )
    return _read(session, order_id, reserved, lock=True)


def _read(session: Session, order_id: int, reserved: CTE | Subquery, *, lock: bool = False) -> Ledger:
    session.flush()  # what this transaction booked before counts, also in a session without autoflush
    sold, needed = _sold(order_id), _needed(order_id)
    either = func.coalesce(reserved.c.warehouse_item_id, sold.c.item_id)
    books: FromClause = reserved.join(sold, reserved.c.warehouse_item_id == sold.c.item_id, full=True)
    books = books.join(needed, needed.c.item_id == either, full=True)
    query = (
        select(WarehouseItem, reserved.c.quantity, sold.c.pieces, needed.c.pieces)
        .join_from(books, WarehouseItem, WarehouseItem.id == func.coalesce(either, needed.c.item_id))
        .order_by(WarehouseItem.id)
    )
    if lock:
        query = query.with_for_update(of=WarehouseItem).execution_options(populate_existing=True)
    rows = session.execute(query).all()
    items = {row[0].id: row[0] for row in rows}
    return Ledger(_positive(rows, 1), _positive(rows, 2), _positive(rows, 3), items)


def _sold(order_id: int) -> Subquery:
    return (
        select(WarehouseOperation.item_id, (-func.sum(WarehouseOperation.change)).label("pieces"))
        .where(WarehouseOperation.order_id == order_id, WarehouseOperation.kind.in_(("sale", "return")))
        .group_by(WarehouseOperation.item_id)
        .subquery("sold")
    )


def _needed(order_id: int) -> Subquery:
    """Optional ingredients are left out: they neither block nor are reserved."""
    pieces = func.sum(ProductRecipe.quantity * OrderItem.quantity).label("pieces")
    return (
        select(ProductRecipe.warehouse_item_id.label("item_id"), pieces)
        .join(OrderItem, OrderItem.product_id == ProductRecipe.product_id)
        .where(OrderItem.order_id == order_id, ~ProductRecipe.is_optional)
        .group_by(ProductRecipe.warehouse_item_id)
        .subquery("needed")
    )


def _positive(rows: Any, place: int) -> Counter[int]:
    return +Counter({row[0].id: int(row[place] or 0) for row in rows})
