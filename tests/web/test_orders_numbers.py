"""Orders as numbers, and whether one can be made."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from models import Order, Shop, WarehouseItem, begin
from models.order import STATUSES
from tests.people import make_user
from tests.queries import watched
from tests.shopfloor import make_order, make_product, make_recipe, make_warehouse_item
from tests.web.conftest import Ask, Staff, add


def dashboard(ask: Ask) -> dict[str, Any]:
    answer = ask("GET", "/orders/stats/dashboard", as_role="florist")
    assert answer.status_code == 200, answer.text
    return answer.json


def test_an_empty_shop_has_noughts(ask: Ask, shop: Shop) -> None:
    none = dict.fromkeys(STATUSES, 0)
    assert dashboard(ask) == {"by_status": none, "total": 0, "today": {"count": 0, "revenue": 0}}


def test_orders_are_counted_by_status(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    for status, deleted_at in (("new", None), ("new", None), ("delivered", None), ("new", datetime.now(UTC))):
        add(make_order, shop, status=status, deleted_at=deleted_at)
    add(make_order, other_shop)
    shown = dashboard(ask)
    assert shown["by_status"] == dict.fromkeys(STATUSES, 0) | {"new": 2, "delivered": 1}
    assert shown["total"] == 3


@pytest.mark.parametrize("zone", ["Asia/Almaty", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"])
def test_today_begins_at_the_shops_own_midnight(ask: Ask, shop: Shop, zone: str) -> None:
    midnight = datetime.now(ZoneInfo(zone)).replace(hour=0, minute=0, second=0, microsecond=0)
    with begin() as session:
        session.get_one(Shop, shop.id).timezone = zone
        make_order(session, shop, created_at=midnight, total=100)
        make_order(session, shop, created_at=midnight - timedelta(microseconds=1), total=20)
        make_order(session, shop, created_at=midnight, total=3, status="cancelled")
    assert dashboard(ask)["today"] == {"count": 1, "revenue": 100}


def test_the_dashboard_is_a_few_queries(ask: Ask, shop: Shop, staff: Staff) -> None:
    staff("florist")
    for _ in range(3):
        add(make_order, shop)
    with watched() as statements:
        dashboard(ask)
    assert len(statements) <= 5


@pytest.fixture
def rose(shop: Shop) -> WarehouseItem:
    return add(make_warehouse_item, shop, "Роза", 5)


def made_of(shop: Shop, rose: WarehouseItem, roses: int) -> int:
    with begin() as session:
        product = make_product(session, shop, f"Букет из {roses}")
        make_recipe(session, product, rose, roses)
        return product.id


def order_of(*lines: tuple[int, int]) -> dict[str, Any]:
    items = [{"product_id": id, "quantity": quantity} for id, quantity in lines]
    return {"customer_name": "Алия", "phone": "+77000000101", "items": items}


def test_what_is_promised_to_an_order_is_its_own(ask: Ask, shop: Shop, rose: WarehouseItem) -> None:
    product = made_of(shop, rose, 2)
    order = ask("POST", "/orders/", as_role="florist", json=order_of((product, 2))).json
    shown = ask("GET", f"/orders/{order['id']}/availability", as_role="florist").json
    assert shown == {
        "available": True,
        "items": [
            {"product_id": product, "name": "Букет из 2", "quantity": 2, "available": 2, "enough": True},
        ],
    }
    later = add(make_order, shop)
    with begin() as session:
        session.get_one(Order, later.id).items[0].product_id = product
    shown = ask("GET", f"/orders/{later.id}/availability", as_role="florist").json
    assert (shown["available"], shown["items"][0]["available"]) == (False, 0)


def test_what_is_cut_is_there(ask: Ask, shop: Shop, rose: WarehouseItem) -> None:
    order = ask("POST", "/orders/", as_role="florist", json=order_of((made_of(shop, rose, 5), 1))).json
    for status in ("accepted", "assembled"):
        ask("PATCH", f"/orders/{order['id']}/status", as_role="florist", json={"status": status})
    assert ask("GET", f"/orders/{order['id']}/availability", as_role="florist").json["available"] is True


def test_a_line_the_site_did_not_name_needs_nothing_we_know_of(ask: Ask, shop: Shop) -> None:
    order = add(make_order, shop)
    shown = ask("GET", f"/orders/{order.id}/availability", as_role="florist").json
    assert shown["items"][0] | {"name": ""} == {
        "product_id": None,
        "name": "",
        "quantity": 1,
        "available": 1,
        "enough": True,
    }


def test_a_longer_order_costs_no_more_queries(ask: Ask, shop: Shop, rose: WarehouseItem, staff: Staff) -> None:
    staff("florist")
    product = made_of(shop, rose, 1)
    counts = []
    for lines in (1, 4):
        order = ask("POST", "/orders/", as_role="florist", json=order_of(*[(product, 1)] * lines))
        assert order.status_code == 201, order.text
        for path in ("", "/availability"):
            with watched() as statements:
                assert ask("GET", f"/orders/{order.json['id']}{path}", as_role="florist").status_code == 200
            counts.append(len(statements))
    assert counts[:2] == counts[2:]
    assert max(counts) <= 10


def test_a_stranger_sees_nothing(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    add(make_order, shop)
    answer = ask("GET", "/orders/stats/dashboard", user=add(make_user, other_shop))
    assert answer.json["total"] == 0
