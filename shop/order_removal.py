"""An order is deleted softly: nobody sees it any more, its books and its history stay."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from models import Order
from shop import history, stock
from shop.actor import Actor


def remove(session: Session, order: Order, *, actor: Actor) -> None:
    """Its goods go where those of a cancelled order go. The caller holds the lock of the order's row."""
    stock.move(session, order, order.status, "cancelled", actor=actor)
    order.deleted_at = datetime.now(UTC)
    history.record(session, order, "order", order.status, "deleted", actor=actor)
