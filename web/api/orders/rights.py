"""Which roles may see an order, and where each may move it."""

from models import Order
from web.caller import Caller
from web.errors import Problem

COURIERS_MOVE = ("in_delivery", "delivered")
FLORISTS_SET = frozenset({"paid", "accepted", "assembled"})


def sees(who: Caller, order: Order) -> bool:
    return not who.is_courier or order.courier_id == who.id


def check(who: Caller, order: Order, new: str) -> None:
    """Raises Problem 403. Whether the order has such an arrow at all is the shop's business."""
    if who.is_at_least("manager") or order.status == new:
        return
    if who.is_courier and (order.status, new) != COURIERS_MOVE:
        raise Problem(403, "A courier may only hand over what is in delivery")
    if not who.is_courier and new not in FLORISTS_SET:
        raise Problem(403, "A florist may move an order up to assembled")
