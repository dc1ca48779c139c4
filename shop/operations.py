"""The one way a balance changes: together with the operation that explains it."""

from sqlalchemy.orm import Session

from models import Order, WarehouseItem, WarehouseOperation
from shop.actor import Actor


def book(
    session: Session,
    item: WarehouseItem,
    kind: str,
    change: int,
    *,
    actor: Actor,
    reason: str | None = None,
    order: Order | None = None,
) -> None:
    """Moves the balance of a locked item. Who asks has made sure that it stays at zero or above."""
    item.quantity += change
    session.add(
        WarehouseOperation(
            item_id=item.id,
            kind=kind,
            change=change,
            balance_after=item.quantity,
            order_id=order.id if order else None,
            user_id=actor.user_id,
            reason=f"order {order.number}" if order else reason,
        )
    )


def reprice(session: Session, item: WarehouseItem, price: str, new: int, *, actor: Actor) -> None:
    """Sets `cost_price` or `retail_price` of a locked item, which the operation names as its reason."""
    old = getattr(item, price)
    if old == new:
        return
    setattr(item, price, new)
    session.add(
        WarehouseOperation(
            item_id=item.id,
            kind="price_change",
            change=0,
            balance_after=item.quantity,
            old_price=old,
            new_price=new,
            user_id=actor.user_id,
            reason=price,
        )
    )
