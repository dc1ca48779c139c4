"""Goods are moved once, however often a request for it comes again."""

from typing import Any

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from models import InventoryCheck, OrderItem, Shop, WarehouseItem, WarehouseOperation, begin
from tests.shopfloor import make_order, make_product, make_warehouse_item
from tests.web.conftest import Ask, add
from tests.web.test_idempotency import KEY, REPLAYED, count
from tests.web.test_inventory import balance


@pytest.fixture
def rose(shop: Shop) -> WarehouseItem:
    """Ten of them."""
    return add(make_warehouse_item, shop, "Роза", 10)


@pytest.fixture
def twice(ask: Ask) -> Ask:
    """Asks twice under one key; the first answer came both times."""

    def send(path: str, **options: Any) -> TestResponse:
        first, second = (ask("POST", path, as_role="manager", headers=KEY, **options) for _ in range(2))
        assert first.status_code in (200, 201), first.text
        assert (second.status_code, second.data) == (first.status_code, first.data)
        assert (first.headers.get(REPLAYED), second.headers.get(REPLAYED)) == (None, "true")
        return second

    return send


@pytest.mark.parametrize(
    ("what", "body", "left"),
    [
        ("writeoff", {"quantity": 2, "reason": "Сломались"}, 8),
        ("delivery", {"quantity": 2}, 12),
        ("sale", {"quantity": 2}, 8),
    ],
)
def test_what_happens_to_goods_happens_once(
    ask: Ask, twice: Ask, rose: WarehouseItem, what: str, body: dict[str, Any], left: int
) -> None:
    path = f"/warehouse/{rose.id}/{what}"
    assert twice(path, json=body).json["quantity"] == balance(rose) == left
    other = ask("POST", path, as_role="manager", headers=KEY, json=body | {"quantity": 3})
    assert (other.status_code, balance(rose)) == (422, left)


def test_an_item_is_made_once(twice: Ask, shop: Shop) -> None:
    twice("/warehouse/", json={"name": "Роза", "quantity": 7})
    assert (count(WarehouseItem), count(WarehouseOperation)) == (1, 1)


def test_a_count_is_made_once_and_applied_once(ask: Ask, twice: Ask, rose: WarehouseItem) -> None:
    lines = {"items": [{"warehouse_item_id": rose.id, "counted": 4}]}
    check = twice("/inventory/", json=lines).json
    assert count(InventoryCheck) == 1
    keyed = {"as_role": "manager", "headers": {"Idempotency-Key": "of-the-booking"}}
    first, second = (ask("POST", f"/inventory/{check['id']}/apply", **keyed) for _ in range(2))
    assert (first.status_code, second.status_code, first.data) == (200, 200, second.data)
    assert balance(rose) == 4


def test_a_line_is_added_to_an_order_once(twice: Ask, shop: Shop) -> None:
    order, product = add(make_order, shop), add(make_product, shop)
    twice(f"/orders/{order.id}/items", json={"product_id": product.id, "quantity": 3})
    with begin() as session:
        added = select(OrderItem.quantity).where(OrderItem.product_id == product.id)
        assert session.scalars(added).all() == [3]


def test_an_order_is_cancelled_once(twice: Ask, shop: Shop) -> None:
    order = add(make_order, shop)
    assert twice(f"/orders/{order.id}/cancel", json={"reason": "Передумали"}).json["status"] == "cancelled"
