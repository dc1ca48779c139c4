"""What the stock's books say, for assertions."""

from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Order, OrderReservation, WarehouseItem, WarehouseOperation
from shop import ledger


class Books(NamedTuple):
    """Of one warehouse item: its balance, and what one order has of it."""

    balance: int
    reserved: int
    sold: int


def books(session: Session, item: WarehouseItem, order: Order) -> Books:
    session.flush()
    session.refresh(item)
    own = ledger.read(session, order.id)
    return Books(item.quantity, own.reserved[item.id], own.sold[item.id])


def assert_explained(session: Session, item: WarehouseItem) -> None:
    """Every balance of the item is the one before it plus its operation, and no more is promised than is there."""
    session.flush()
    session.refresh(item)
    operations = session.scalars(
        select(WarehouseOperation).where(WarehouseOperation.item_id == item.id).order_by(WarehouseOperation.id)
    )
    balance = 0
    for operation in operations:
        balance += operation.change
        assert operation.balance_after == balance
    assert item.quantity == balance
    promised = select(func.coalesce(func.sum(OrderReservation.quantity), 0))
    assert session.scalar(promised.where(OrderReservation.warehouse_item_id == item.id)) <= balance
