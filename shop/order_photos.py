"""The picture of the bouquet: it is assembled when there is one, and not any more when it is taken away.

Callers hold the lock of the order's row, so of two pictures at once the second finds the first.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from models import Order, OrderPhoto
from shop import history
from shop.actor import Actor
from shop.errors import Conflict, NotFound

PLACES = ("accepted", "assembled")  # where an order has the bouquet in the florist's hands

Move = Callable[[str], object]  # to another status, by the one function


def add(session: Session, order: Order, key: str, *, actor: Actor, move: Move) -> None:
    """Raises Conflict: the order is elsewhere, or has one already; and what moving it raises."""
    _check_place(order)
    photo = insert(OrderPhoto).values(order_id=order.id, key=key, uploaded_by_id=actor.user_id)
    if session.scalar(photo.on_conflict_do_nothing().returning(OrderPhoto.id)) is None:
        raise Conflict("The order has a photo already")
    if order.status == "accepted":
        move("assembled")
    history.record(session, order, "photo", None, key, actor=actor)


def remove(session: Session, order: Order, *, actor: Actor, move: Move) -> str:
    """Returns the key of what was removed. Raises NotFound, Conflict."""
    photo = of(session, order)
    if photo is None:
        raise NotFound("The order has no photo")
    _check_place(order)
    if order.status == "assembled":
        move("accepted")
    session.delete(photo)
    history.record(session, order, "photo", photo.key, None, actor=actor)
    return photo.key


def judge(session: Session, order: Order, feedback: str, comment: str | None, *, actor: Actor) -> None:
    """What the customer says of it, once. Raises NotFound, Conflict."""
    photo = of(session, order)
    if photo is None:
        raise NotFound("The order has no photo")
    if photo.feedback is not None:
        raise Conflict("You have said what you think of this photo")
    photo.feedback, photo.feedback_comment, photo.feedback_at = feedback, comment, datetime.now(UTC)
    history.record(session, order, "photo_feedback", None, feedback, actor=actor, note=comment)


def of(session: Session, order: Order) -> OrderPhoto | None:
    return session.scalar(select(OrderPhoto).where(OrderPhoto.order_id == order.id))


def _check_place(order: Order) -> None:
    if order.status not in PLACES:
        raise Conflict(f"An order that is {order.status} takes no change of its photo")
