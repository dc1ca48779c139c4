"""Placing an order over the API."""

from datetime import date
from typing import Any

import pytest
import redis
from sqlalchemy import select

from models import Order, Outbox, Product, Shop, begin
from tests.people import make_user
from tests.poll import until
from tests.shopfloor import make_product, make_recipe, make_warehouse_item
from tests.web.conftest import Ask, Staff, add

BODY: dict[str, Any] = {
    "customer_name": "Алия",
    "phone": "8 700 000 01 01",
    "delivery_type": "scheduled",
    "recipient_name": "Сауле",
    "recipient_phone": "7000000202",
    "delivery_address": "Абая 1",
    "delivery_date": "2036-12-31",
    "delivery_time": "14:00-16:00",
    "comment": "Позвонить",
    "postcard_text": "С праздником",
}


@pytest.fixture
def product(shop: Shop) -> Product:
    return add(make_product, shop, "Розы", 500_000)


def of(product: Product, quantity: int = 1) -> dict[str, Any]:
    return BODY | {"items": [{"product_id": product.id, "quantity": quantity, "special_requests": "Без лент"}]}


@pytest.mark.parametrize("path", ["/orders/with-items", "/orders/"])
def test_an_order_is_placed_and_owed_to_the_site(ask: Ask, product: Product, path: str) -> None:
    answer = ask("POST", path, as_role="florist", json=of(product))
    assert answer.status_code == 201, answer.text
    order = answer.json
    assert order["number"] == "#00001"
    assert len(order["tracking_id"]) == 9
    assert (order["status"], order["bitrix_order_id"], order["bitrix_status"]) == ("new", None, None)
    assert (order["phone"], order["recipient_phone"]) == ("+77000000101", "+77000000202")
    assert (order["subtotal"], order["delivery_cost"], order["total"]) == (500_000, 150_000, 650_000)
    assert order["delivery_date"] == date(2036, 12, 31).isoformat()
    assert order["items"][0]["special_requests"] == "Без лент"
    with begin() as session:
        (debt,) = session.scalars(select(Outbox))
    assert (debt.kind, debt.key, debt.request_id) == ("new_order", order["uuid"], answer.headers["X-Request-ID"])


def test_history_tells_who_placed_it(ask: Ask, product: Product, staff: Staff) -> None:
    order = ask("POST", "/orders/", as_role="manager", json=of(product)).json
    (row,) = ask("GET", f"/orders/{order['id']}/history", as_role="manager").json["items"]
    assert (row["actor"], row["actor_id"], row["new_value"]) == ("user", staff("manager").id, "created")


def test_the_doorbell_is_rung(ask: Ask, product: Product, redis_url: str) -> None:
    ask("POST", "/orders/", as_role="florist", json=of(product))
    with redis.Redis.from_url(redis_url) as valkey:
        until(lambda: valkey.llen("outbox") >= 1)


def test_a_shop_of_its_own_owes_nobody(ask: Ask, other_shop: Shop) -> None:
    product = add(make_product, other_shop)
    answer = ask("POST", "/orders/", user=add(make_user, other_shop), json=of(product))
    assert answer.status_code == 201
    with begin() as session:
        assert session.scalars(select(Outbox)).all() == []


def test_what_is_short_in_stock_is_named(ask: Ask, shop: Shop, product: Product) -> None:
    with begin() as session:
        item = make_warehouse_item(session, shop, "Роза", 3)
        make_recipe(session, session.merge(product), item, 2)
    answer = ask("POST", "/orders/", as_role="florist", json=of(product, 2))
    assert answer.status_code == 400
    assert answer.json["errors"] == {"items.0.quantity": ["Розы: asked 2, available 1"]}
    with begin() as session:
        assert session.scalars(select(Order)).all() == []


def test_a_product_the_site_does_not_know_is_refused_and_named(ask: Ask, shop: Shop) -> None:
    local = add(make_product, shop, "Местный", bitrix_id=None)
    answer = ask("POST", "/orders/", as_role="florist", json=of(local))
    assert answer.status_code == 409
    assert "Местный" in answer.json["errors"]["items.0.product_id"][0]


def test_another_shops_product_is_not_there(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    answer = ask("POST", "/orders/", as_role="florist", json=of(add(make_product, other_shop)))
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == ["items.0.product_id"]


def test_nobodys_prices_but_ours(ask: Ask, product: Product) -> None:
    """What a client says of them is ignored, and so of totals."""
    body = of(product) | {"subtotal": 1, "delivery_cost": 0, "total": 1}
    body["items"][0] |= {"price": 1, "total": 1}
    asked = ask("POST", "/orders/", as_role="florist", json=body)
    plain = ask("POST", "/orders/", as_role="florist", json=of(product))
    assert asked.status_code == plain.status_code == 201
    for name in ("subtotal", "delivery_cost", "total"):
        assert asked.json[name] == plain.json[name] != body[name]
    assert asked.json["items"][0]["price"] == plain.json["items"][0]["price"] != 1


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("customer_name", "", "customer_name"),
        ("phone", "12", "phone"),
        ("phone", None, "phone"),
        ("recipient_phone", "12", "recipient_phone"),
        ("delivery_type", "air", "delivery_type"),
        ("delivery_date", "31.12.2026", "delivery_date"),
        ("customer_email", "nobody", "customer_email"),
        ("items", [], "items"),
        ("items", None, "items"),
        ("items", {}, "items"),
        ("items", [5], "items.0"),
        ("items", [{"product_id": "1", "quantity": 1}], "items.0.product_id"),
        ("items", [{"product_id": 1, "quantity": 0}], "items.0.quantity"),
        ("items", [{"product_id": 1, "quantity": True}], "items.0.quantity"),
        ("items", [{"product_id": 1}], "items.0.quantity"),
        ("status", "paid", "status"),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(ask: Ask, product: Product, field: str, value: Any, named: str) -> None:
    answer = ask("POST", "/orders/with-items", as_role="florist", json=of(product) | {field: value})
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [named]
