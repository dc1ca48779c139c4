"""A customer becomes the shop's client by the first order of a phone, whatever way the order came."""

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from models import Client, Order


def meet(session: Session, order: Order) -> None:
    """Make the order's customer a client unless they are one already, or gave no phone.

    Somebody who orders for the first time twice at once waits here for the other transaction: call it after the
    locks on warehouse rows and before the one on the shop's row, as everybody does, so that no two wait for each
    other.
    """
    if order.customer_phone is None:
        return
    session.execute(
        insert(Client)
        .values(
            shop_id=order.shop_id,
            phone=order.customer_phone,
            name=order.customer_name,
            created_at=order.created_at or func.now(),
        )
        .on_conflict_do_nothing()
    )
