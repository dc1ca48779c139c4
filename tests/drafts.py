"""Orders as customers ask for them."""

from typing import Any

from models import Product
from shop.order_draft import Draft, DraftItem


def draft(*wanted: tuple[Product, int], **fields: Any) -> Draft:
    """Of (product, quantity) lines, to be delivered unless said otherwise."""
    items = [DraftItem(product.id, quantity) for product, quantity in wanted]
    return Draft(
        **{
            "customer_name": "Алия",
            "phone": "8 700 000 00 01",
            "delivery_type": "scheduled",
            "items": items,
            **fields,
        }
    )
