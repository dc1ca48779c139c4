"""Who works on an order: the one responsible for it, and its courier."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from models import Order, User
from shop.actor import Actor
from shop.errors import Conflict, Invalid
from shop.order_changes import change_fields

FITTING = {"responsible_id": ("florist", "manager", "director"), "courier_id": ("courier",)}
OVER = ("delivered", "cancelled")


def take(session: Session, order: Order, *, actor: Actor) -> bool:
    """The auction: an order without anybody responsible goes to who takes it first. False: it is theirs already.

    The caller holds the lock of the order's row, so of two at once the second finds the first. Raises Conflict, and
    Invalid for somebody who does not belong to the shop.
    """
    if order.responsible_id is not None and order.responsible_id != actor.user_id:
        raise Conflict("Somebody else has taken this order")
    return assign(session, order, "responsible_id", actor.user_id, actor=actor)


def assign(session: Session, order: Order, part: str, user_id: int | None, *, actor: Actor) -> bool:
    """Gives a part in the order (a key of FITTING) to somebody of the shop, or to nobody; False: it was so.

    Raises Conflict for an order that is over, Invalid for anybody without a fitting role.
    """
    if order.status in OVER:
        raise Conflict(f"The order is {order.status} already")
    if user_id is not None:
        _check(session, order, part, user_id)
    if not change_fields(session, order, {part: user_id}, actor=actor):
        return False
    order.assigned_by_id, order.assigned_at = actor.user_id, datetime.now(UTC)
    return True


def _check(session: Session, order: Order, part: str, user_id: int) -> None:
    user = session.get(User, user_id)
    if user is None or user.shop_id != order.shop_id:
        raise Invalid("No such person in the shop", {part: ["no such person in the shop"]})
    if not user.is_active or user.role not in FITTING[part]:
        roles = ", ".join(FITTING[part])
        raise Invalid(f"{user.name} cannot do that", {part: [f"must be an active {roles}"]})
