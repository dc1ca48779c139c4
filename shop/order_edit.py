"""Which fields of an order people may still change, and what a change does to its price."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from models import Order, Shop
from shop import history, pricing
from shop.actor import Actor
from shop.delivery_time import refuse_impossible
from shop.errors import Conflict
from shop.order_changes import change_fields
from shop.positions import HELD, position

AT_ANY_TIME = frozenset({"comment"})
UNTIL_DELIVERED = AT_ANY_TIME | {
    "customer_name",
    "customer_phone",
    "customer_email",
    "recipient_name",
    "recipient_phone",
    "delivery_address",
    "delivery_date",
    "delivery_time",
    "delivery_notes",
    "pickup_address",
    "payment_method",
    "surcharge",
    "ask_delivery_address",
    "ask_delivery_time",
}
UNTIL_ASSEMBLED = UNTIL_DELIVERED | {"delivery_type", "postcard_text", "is_surprise", "anonymous_sender"}
STAFF = {
    "new": UNTIL_ASSEMBLED,
    "paid": UNTIL_ASSEMBLED,
    "accepted": UNTIL_ASSEMBLED,
    "assembled": UNTIL_DELIVERED,
    "in_delivery": UNTIL_DELIVERED,
    "delivered": AT_ANY_TIME,
    "cancelled": AT_ANY_TIME,
}
CUSTOMER = frozenset(
    {"recipient_name", "recipient_phone", "delivery_address", "delivery_date", "delivery_time", "comment"}
)
WHEN = frozenset({"delivery_type", "delivery_date", "delivery_time"})
SPELT = {"customer_phone": "phone"}  # as callers know it


def editable(status: str, actor: Actor) -> frozenset[str]:
    if actor.kind != "customer":
        return STAFF[status]
    return CUSTOMER if position(status) == HELD else frozenset()


def edit(session: Session, shop: Shop, order: Order, changes: Mapping[str, Any], *, actor: Actor) -> bool:
    """Sets these fields of a locked order, with history; False: they were so already.

    Raises Conflict, which names the fields that may not be changed any more (or never by this actor), and Invalid
    for a time at which it cannot be there.
    """
    moved = {name: value for name, value in changes.items() if getattr(order, name) != value}
    refused = sorted(moved.keys() - editable(order.status, actor))
    if refused:
        said = [f"cannot be changed while the order is {order.status}"]
        fields = [SPELT.get(name, name) for name in refused]
        raise Conflict(f"Too late to change {', '.join(fields)}", dict.fromkeys(fields, said))
    surcharge = order.surcharge
    change_fields(session, order, moved, actor=actor)
    if moved.keys() & WHEN:
        way, day, at = order.delivery_type, order.delivery_date, order.delivery_time
        refuse_impossible(shop, way, day, at, datetime.now(UTC))
    if "delivery_type" in moved and order.origin == "shop":  # the site prices its own deliveries
        charge(
            session, order, pricing.totals(shop, order.delivery_type, order.subtotal, order.surcharge), actor=actor
        )
    elif order.surcharge != surcharge:  # the total of an order of the site's may have a discount in it
        total = order.total + order.surcharge - surcharge
        charge(session, order, pricing.Totals(order.subtotal, order.delivery_cost, total), actor=actor)
    return bool(moved)


def charge(session: Session, order: Order, price: pricing.Totals, *, actor: Actor) -> None:
    """Makes the order cost this, and tells history what it costs now."""
    if order.total != price.total:
        history.record(session, order, "total", order.total, price.total, actor=actor)
    order.subtotal, order.delivery_cost, order.total = price
