"""A customer becomes the shop's client by the first order of a phone, whatever way the order came."""

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from models import Order

MET = text(
    """
INSERT INTO client (shop_id, phone, name, created_at)
SELECT :its_shop, :caller, :called, coalesce(:since, now()) WHERE :caller IS NOT NULL
ON CONFLICT DO NOTHING RETURNING id
"""
)


def meet(session: Session, order: Order) -> None:
    """Make the order's customer a client unless they are one already, or gave no phone."""
    session.execute(met(order))


def met(order: Order) -> TextClause:
    """The same as a statement.

    Somebody who orders for the first time twice at once waits in it for the other transaction: it comes after the
    locks on warehouse rows and before the one on the shop's row everywhere, so that no two wait for each other.
    """
    return MET.bindparams(
        its_shop=order.shop_id, caller=order.customer_phone, called=order.customer_name, since=order.created_at
    )
