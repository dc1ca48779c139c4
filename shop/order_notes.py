"""What staff write about an order for each other."""

from sqlalchemy.orm import Session

from models import Order, OrderNote
from shop import history
from shop.actor import Actor
from shop.errors import NotFound


def add(session: Session, order: Order, text: str, *, actor: Actor) -> OrderNote:
    note = OrderNote(order_id=order.id, user_id=actor.user_id, text=text)
    session.add(note)
    history.record(session, order, "note", None, text, actor=actor)
    return note


def find(session: Session, order: Order, note_id: int) -> OrderNote:
    """Raises NotFound: absent, or another order's."""
    note = session.get(OrderNote, note_id)
    if note is None or note.order_id != order.id:
        raise NotFound("Not found")
    return note


def remove(session: Session, order: Order, note: OrderNote, *, actor: Actor) -> None:
    session.delete(note)
    history.record(session, order, "note", note.text, None, actor=actor)
