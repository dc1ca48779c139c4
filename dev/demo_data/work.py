"""Who works on which order of those under way, and what they wrote about some."""

from itertools import cycle

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Order, OrderNote, User
from shop import order_notes, order_people
from shop.actor import Actor
from shop.order_changes import change_fields

IN_HANDS = ("accepted", "assembled", "in_delivery")
ON_THE_WAY = ("assembled", "in_delivery")
NOTES = (
    "Позвонить получателю за час",
    "Домофон не работает, код от подъезда 12",
    "Открытку подписать от руки",
    "Без лилий: у получателя аллергия",
)
PROBLEM = "Получатель не отвечает на звонки"


def share(session: Session) -> None:
    """Once: who has worked here does not have their orders given to others at the next start."""
    if session.scalar(select(OrderNote.id).limit(1)):
        return
    manager = session.scalars(select(User).where(User.role == "manager")).first()
    under_way = session.scalars(select(Order).where(Order.status.in_(IN_HANDS)).order_by(Order.id)).all()
    if manager is None:
        return
    actor = Actor.user(manager.id)
    florists, couriers = (_of_role(session, role) for role in ("florist", "courier"))
    for order, florist, courier in zip(under_way, cycle(florists), cycle(couriers)):
        order_people.assign(session, order, "responsible_id", florist, actor=actor)
        if order.status in ON_THE_WAY:
            order_people.assign(session, order, "courier_id", courier, actor=actor)
    for order, text in zip(under_way[::3], NOTES, strict=False):
        order_notes.add(session, order, text, actor=actor)
    if under_way:
        change_fields(session, under_way[-1], {"problem_reason": PROBLEM}, actor=actor)


def _of_role(session: Session, role: str) -> list[int]:
    return list(session.scalars(select(User.id).where(User.role == role, User.is_active).order_by(User.id)))
