"""Customers: orders taken on our side, each created on the site."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from dev.demo.clock import until
from dev.demo.records import Product
from dev.demo.stage import Stage

CREATED_WITHIN_S = 30


class Linked(NamedTuple):
    """An order that both sides have: our id, and the site's."""

    id: int
    bitrix_id: int


def wanted(product: Product) -> dict[str, Any]:
    """What a customer asks for."""
    return {
        "customer_name": "Алия Образцова",
        "phone": "+77000001001",
        "recipient_name": "Сауле Образцова",
        "recipient_phone": "+77000001002",
        "delivery_address": "Абая 1, кв. 7",
        "delivery_date": (date.today() + timedelta(days=1)).isoformat(),
        "delivery_time": "14:00-16:00",
        "items": [{"product_id": product.id, "quantity": 1}],
    }


def bought(stage: Stage, count: int = 1) -> list[Linked]:
    """New orders, once the site has given each its id. Raises TimeoutError."""
    product = next(stage.products)
    placed = [stage.ours.place_order(wanted(product))["id"] for _ in range(count)]
    return [linked(stage, order_id) for order_id in placed]


def linked(stage: Stage, order_id: int) -> Linked:
    """Raises TimeoutError when the site does not give it an id."""
    order = until(lambda: stage.ours.order(order_id), lambda order: order["bitrix_order_id"], CREATED_WITHIN_S)
    if order["bitrix_order_id"] is None:
        raise TimeoutError(f"Order {order_id} has no id of the site after {CREATED_WITHIN_S} s")
    return Linked(order_id, order["bitrix_order_id"])
