"""Order numbers, per shop and without gaps, taken by the very statement that inserts the order."""

from sqlalchemy import ScalarSelect, Text, func, select, text

from models import Order
from shop import clients

# Once `met` is done: whoever waits there for somebody else holds no shop's row.
NUMBERED = text(
    """
UPDATE shop SET last_order_number = last_order_number + 1
WHERE id = :its_shop AND (SELECT count(*) FROM met) >= 0
RETURNING last_order_number::text AS number
"""
)
DIGITS = 5


def taken(order: Order) -> ScalarSelect[str]:
    """The shop's next number, `#00001`, as part of the order's INSERT; its customer becomes a client before.

    Keeps the shop's row locked until the transaction ends: insert the order last. A sequence would not do: it
    leaves a gap for every transaction that fails.
    """
    met = clients.met(order).columns().cte("met")
    number = NUMBERED.bindparams(its_shop=order.shop_id).columns(number=Text).cte("numbered").c.number
    padded = func.lpad(number, func.greatest(DIGITS, func.length(number)), "0")
    return select("#" + padded).add_cte(met).scalar_subquery()
