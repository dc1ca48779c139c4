"""What an order tells somebody who only knows its tracking id: never a phone, never who prefers not to be known."""

from typing import Any

from models import Order, Shop
from shop import status_words
from shop.actor import Actor
from shop.masking import masked
from shop.order_edit import editable

AS_IT_IS = (
    "number",
    "tracking_id",
    "status",
    "delivery_date",
    "delivery_time",
    "updated_at",
    "created_at",
    "recipient_name",
    "delivery_type",
    "delivery_address",
    "pickup_address",
    "ask_delivery_address",
    "ask_delivery_time",
    "comment",
    "items",
    "subtotal",
    "delivery_cost",
    "surcharge",
    "total",
)


def tracked(order: Order, shop: Shop) -> dict[str, Any]:
    """The order must be whole."""
    known = not order.anonymous_sender
    return {name: getattr(order, name) for name in AS_IT_IS} | {
        "status_text": status_words.said(order),
        "shop_name": shop.name,
        "shop_phone": shop.phone,
        "sender_name": order.customer_name if known else None,
        "sender_phone": masked(order.customer_phone) if known else None,
        "recipient_phone": masked(order.recipient_phone),
        "photos": [order.photo] if order.photo else [],
        "editable": sorted(editable(order.status, Actor.customer())),
    }
