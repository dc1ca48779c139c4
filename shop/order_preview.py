"""What an order would cost and whether it could be made, before anybody orders."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from models import Shop
from shop import order_availability, pricing
from shop.delivery_time import check_way
from shop.order_availability import Availability
from shop.order_draft import DraftItem
from shop.order_lines import asked_for, line, orderable, product_fields


def check(session: Session, shop: Shop, items: Sequence[DraftItem]) -> Availability:
    """Raises Invalid, Conflict: products that cannot be ordered at all."""
    _, products = orderable(session, shop.id, product_fields(items), lock=False)
    return order_availability.look(session, asked_for(items, products))


def preview(session: Session, shop: Shop, items: Sequence[DraftItem], delivery_type: str) -> dict[str, Any]:
    """By the same prices as placing it; nothing is kept. Raises Invalid, Conflict."""
    check_way(shop, delivery_type)
    _, products = orderable(session, shop.id, product_fields(items), lock=False)
    found = order_availability.look(session, asked_for(items, products))
    lines = [line(item, products[item.product_id]) for item in items]
    priced = [
        standing._asdict() | {"enough": standing.enough, "price": made.price, "total": made.total}
        for standing, made in zip(found.items, lines, strict=True)
    ]
    price = pricing.totals(shop, delivery_type, sum(line.total for line in lines))
    return {"available": found.available, "items": priced, **price._asdict()}
