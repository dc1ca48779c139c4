"""What an order costs, in minor units: the shop's own prices, whatever a client says."""

from typing import NamedTuple

from models import Shop


class Totals(NamedTuple):
    subtotal: int
    delivery_cost: int
    total: int


def totals(shop: Shop, delivery_type: str, subtotal: int, surcharge: int = 0) -> Totals:
    """Of an order whose lines cost `subtotal`. Who picks up pays no delivery; from the shop's threshold on, nobody
    does.
    """
    delivery_cost = 0 if delivery_type == "pickup" else shop.delivery_for(subtotal)
    return Totals(subtotal, delivery_cost, subtotal + delivery_cost + surcharge)
