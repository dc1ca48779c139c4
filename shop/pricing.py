"""What an order costs, in minor units: the shop's own prices, whatever a client says."""

from collections.abc import Sequence
from typing import NamedTuple

from models import OrderItem, Shop


class Totals(NamedTuple):
    subtotal: int
    delivery_cost: int
    total: int


def totals(shop: Shop, delivery_type: str, items: Sequence[OrderItem], surcharge: int = 0) -> Totals:
    """Who picks up pays no delivery; from the shop's threshold on, nobody does."""
    subtotal = sum(item.total for item in items)
    delivery_cost = 0 if delivery_type == "pickup" else shop.delivery_for(subtotal)
    return Totals(subtotal, delivery_cost, subtotal + delivery_cost + surcharge)
