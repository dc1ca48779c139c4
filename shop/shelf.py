"""Warehouse rows under their lock, and how much of each an order may have."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import OrderReservation, WarehouseItem
from shop.ledger import Ledger


@dataclass(frozen=True)
class Shelf:
    items: Mapping[int, WarehouseItem]
    promised: Mapping[int, int]  # reserved by other orders, of items that they could lack

    def free(self, item_id: int, own: int = 0) -> int:
        """What an order may take that has `own` pieces reserved.

        What is promised to it is its own as far as it is there, even if others were promised too much
        (a write-off may leave less than was promised).
        """
        there = self.items[item_id].quantity
        return max(there - self.promised.get(item_id, 0), min(own, there))


def lock(session: Session, item_ids: Collection[int]) -> dict[int, WarehouseItem]:
    """Locks the rows in the order of their ids, so that two orders of the same flowers never deadlock."""
    if not item_ids:
        return {}
    items = session.scalars(
        select(WarehouseItem)
        .where(WarehouseItem.id.in_(item_ids))
        .order_by(WarehouseItem.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return {item.id: item for item in items}


def offer(session: Session, own: Ledger, wanted: Counter[int], order_id: int) -> Shelf:
    """What an order wants of the locked items in its ledger. Only what goes beyond its own can be others'.

    Reservations are counted by a second statement: the first one's snapshot is older than its wait for the locks.
    """
    there = Counter({item_id: min(own.reserved[item_id], own.items[item_id].quantity) for item_id in wanted})
    beyond = (wanted - there).keys()
    return Shelf(own.items, promised(session, beyond, order_id) if beyond else {})


def promised(session: Session, item_ids: Collection[int], order_id: int | None = None) -> dict[int, int]:
    """How many pieces of each item are reserved, by orders other than this one; one query."""
    reserved = select(OrderReservation.warehouse_item_id, func.sum(OrderReservation.quantity)).where(
        OrderReservation.warehouse_item_id.in_(item_ids)
    )
    if order_id is not None:
        reserved = reserved.where(OrderReservation.order_id != order_id)
    rows = session.execute(reserved.group_by(OrderReservation.warehouse_item_id))
    return {item_id: int(total) for item_id, total in rows}
