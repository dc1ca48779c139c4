"""Who works on which order of those under way, and what they wrote about some."""

from collections.abc import Sequence
from itertools import cycle

from sqlalchemy import select
from sqlalchemy.orm import Session

from dev.demo_data.shops import MIRRORED
from models import Order, OrderNote, User
from shop import order_notes, order_people
from shop.actor import Actor
from shop.order_changes import change_fields
from sync.locks import lock_entities

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
    if manager is None:
        return
    under_way = _locked(session)
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


def _locked(session: Session) -> Sequence[Order]:
    """Those under way, after their entities: the house may be at work on the same ones."""
    under_way = select(Order).where(Order.status.in_(IN_HANDS)).order_by(Order.id)
    known_as = session.scalars(under_way.with_only_columns(Order.bitrix_order_id)).all()
    lock_entities(session, [(MIRRORED, "order", bitrix_id) for bitrix_id in known_as if bitrix_id is not None])
    return session.scalars(under_way.with_for_update(key_share=True)).all()


def _of_role(session: Session, role: str) -> list[int]:
    return list(session.scalars(select(User.id).where(User.role == role, User.is_active).order_by(User.id)))
