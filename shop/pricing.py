"""What an order costs, in minor units: the shop's own prices, whatever a client says."""

from collections.abc import Sequence
from typing import NamedTuple

from models import OrderItem, Shop
from shop.errors import Invalid


class Totals(NamedTuple):
    subtotal: int
    delivery_cost: int
    total: int


def totals(shop: Shop, delivery_type: str, items: Sequence[OrderItem]) -> Totals:
    """Who picks up pays no delivery; from the shop's threshold on, nobody does."""
    subtotal = sum(item.total for item in items)
    delivery_cost = 0 if delivery_type == "pickup" else shop.delivery_for(subtotal)
    return Totals(subtotal, delivery_cost, subtotal + delivery_cost)


def check_way(shop: Shop, delivery_type: str) -> None:
    """Raises Invalid where goods do not leave this shop that way."""
    if not (shop.pickup_available if delivery_type == "pickup" else shop.delivery_available):
        way = "pickup" if delivery_type == "pickup" else "delivery"
        raise Invalid(f"The shop has no {way}", {"delivery_type": [f"the shop has no {way}"]})
