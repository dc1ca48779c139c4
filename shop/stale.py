"""Goods promised to orders nobody went on with."""

from datetime import datetime

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from models import Order, OrderReservation
from shop import history
from shop.actor import Actor


def release_stale(session: Session, before: datetime, limit: int) -> int:
    """Frees what is reserved for at most `limit` orders still `new` that were made before then; returns how many.

    The orders stay: if one goes on after all, its goods are taken when it is assembled. An order somebody works
    on at this moment is left for the next time.
    """
    reserved = exists().where(OrderReservation.order_id == Order.id)
    orders = session.scalars(
        select(Order)
        .where(Order.status == "new", Order.created_at < before, reserved)
        .order_by(Order.id)
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True)
    ).all()
    freed = [order.id for order in orders]
    session.execute(delete(OrderReservation).where(OrderReservation.order_id.in_(freed)))
    for order in orders:
        history.record(session, order, "reservation", "held", "released", actor=Actor.system())
    return len(freed)
