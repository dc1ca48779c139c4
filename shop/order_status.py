"""The one function that changes an order's status, and the arrows it allows."""

from sqlalchemy.orm import Session

from models import Order
from models.order import STATUSES
from shop import history, stock
from shop.actor import Actor
from shop.errors import ForbiddenTransition, Invalid
from shop.positions import POSITIONS, position

__all__ = ["PICKUP_ONLY", "POSITIONS", "TRANSITIONS", "allowed", "change_status", "position"]

TRANSITIONS: dict[str, frozenset[str]] = {
    "new": frozenset({"paid", "accepted", "cancelled"}),
    "paid": frozenset({"accepted", "cancelled"}),
    "accepted": frozenset({"assembled", "cancelled"}),
    "assembled": frozenset({"in_delivery", "delivered", "accepted", "cancelled"}),
    "in_delivery": frozenset({"delivered", "assembled", "cancelled"}),
    "delivered": frozenset(),
    "cancelled": frozenset(),
}
PICKUP_ONLY = frozenset({("assembled", "delivered")})


def allowed(order: Order, new: str) -> bool:
    """Whether the table has this arrow for this order."""
    if (order.status, new) in PICKUP_ONLY and order.delivery_type != "pickup":
        return False
    return new in TRANSITIONS[order.status]


def change_status(session: Session, order: Order, new: str, *, actor: Actor, note: str | None = None) -> bool:
    """Moves the order and its stock, and writes the history row. False: it was there already, nothing is done.

    The caller holds the lock of the order's row. Only the site may go where the table has no arrow (the florist
    is right): then history says `forced`. Raises ForbiddenTransition, Invalid (unknown status, a person cancels
    without a reason), Shortage.
    """
    old = order.status
    if new not in STATUSES:
        raise Invalid(f"Unknown status {new!r}", {"status": [f"must be one of {', '.join(STATUSES)}"]})
    if new == old:
        return False
    forced = not allowed(order, new)
    if forced and not actor.is_site:
        raise ForbiddenTransition(old, new)
    if new == "cancelled" and actor.is_person and not (note or "").strip():
        raise Invalid("Cancelling needs a reason", {"notes": ["cancelling needs a reason"]})
    stock.move(session, order, old, new, actor=actor)
    order.status = new
    history.record(session, order, "status", old, new, actor=actor, forced=forced, note=note)
    return True
