"""The list of what is in stock: shown, added, edited and taken off."""

from typing import Any

import pytest
from sqlalchemy import select

from models import Order, OrderReservation, Shop, WarehouseItem, WarehouseOperation, begin
from tests.people import make_user
from tests.queries import watched
from tests.shopfloor import make_order, make_product, make_recipe, make_warehouse_item
from tests.web.conftest import Ask, Staff, add

NEW = {"name": "Роза красная", "quantity": 12, "cost_price": 40_000, "retail_price": 80_000, "min_quantity": 20}


@pytest.fixture
def rose(shop: Shop) -> WarehouseItem:
    """Ten of them."""
    return add(make_warehouse_item, shop, "Роза", 10, cost_price=40_000, retail_price=80_000, min_quantity=5)


def promise(shop: Shop, item: WarehouseItem, quantity: int) -> Order:
    with begin() as session:
        order = make_order(session, shop)
        session.add(OrderReservation(order_id=order.id, warehouse_item_id=item.id, quantity=quantity))
        return order


def names(answer: Any) -> list[str]:
    return [item["name"] for item in answer.json["items"]]


def booked(item_id: int) -> list[tuple[str, int, int, str | None]]:
    with begin() as session:
        rows = session.scalars(
            select(WarehouseOperation).where(WarehouseOperation.item_id == item_id).order_by(WarehouseOperation.id)
        )
        return [(row.kind, row.change, row.balance_after, row.reason) for row in rows]


def test_an_item_is_shown_with_what_is_promised_of_it(ask: Ask, shop: Shop, rose: WarehouseItem) -> None:
    promise(shop, rose, 3)
    promise(shop, rose, 4)
    shown = ask("GET", f"/warehouse/{rose.id}", as_role="florist").json
    assert {key: shown[key] for key in ("quantity", "reserved", "available", "shortage", "below_minimum")} == {
        "quantity": 10,
        "reserved": 7,
        "available": 3,
        "shortage": 0,
        "below_minimum": False,
    }
    assert (shown["cost_price"], shown["retail_price"], shown["image"]) == (40_000, 80_000, None)


def test_the_list_is_the_own_shops_and_newest_first(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    for name in ("Роза", "Тюльпан"):
        add(make_warehouse_item, shop, name)
    add(make_warehouse_item, other_shop, "Чужая")
    answer = ask("GET", "/warehouse/", as_role="florist")
    assert names(answer) == ["Тюльпан", "Роза"]
    assert (answer.json["total"], answer.json["next"]) == (2, None)
    first = ask("GET", "/warehouse/?limit=1", as_role="florist").json
    assert names(ask("GET", f"/warehouse/?limit=1&cursor={first['next']}", as_role="florist")) == ["Роза"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("search=роза", {"Роза 100%", "Кустовая роза"}),
        ("search=%25", {"Роза 100%"}),
        ("search=", {"Роза 100%", "Кустовая роза", "Лента"}),
        ("below_minimum=true", {"Лента"}),
        ("below_minimum=false", {"Роза 100%", "Кустовая роза"}),
        ("below_minimum=true&search=роза", set()),
    ],
)
def test_filters_narrow_the_list(ask: Ask, shop: Shop, query: str, expected: set[str]) -> None:
    add(make_warehouse_item, shop, "Роза 100%", 10)
    add(make_warehouse_item, shop, "Кустовая роза", 5, min_quantity=5)
    add(make_warehouse_item, shop, "Лента", 4, min_quantity=5)
    answer = ask("GET", f"/warehouse/?{query}", as_role="florist")
    assert set(names(answer)) == expected
    assert answer.json["total"] == len(expected)


def test_a_filter_of_the_wrong_kind_is_named(ask: Ask, shop: Shop) -> None:
    answer = ask("GET", "/warehouse/?below_minimum=maybe", as_role="florist")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["below_minimum"])


def test_a_longer_list_costs_no_more_queries(ask: Ask, shop: Shop, staff: Staff) -> None:
    staff("florist")
    counts = []
    for _ in range(2):
        for _ in range(5):
            promise(shop, add(make_warehouse_item, shop), 1)
        with watched() as statements:
            assert ask("GET", "/warehouse/?limit=100", as_role="florist").status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 10


def test_a_new_items_balance_is_its_first_delivery(ask: Ask, shop: Shop) -> None:
    answer = ask("POST", "/warehouse/", as_role="florist", json=NEW)
    assert answer.status_code == 201
    assert NEW.items() <= answer.json.items()
    assert (answer.json["available"], answer.json["below_minimum"]) == (12, True)
    assert answer.json["last_delivery_at"] is not None
    assert booked(answer.json["id"]) == [("delivery", 12, 12, "opening balance")]


def test_a_new_item_may_be_empty(ask: Ask, shop: Shop) -> None:
    answer = ask("POST", "/warehouse/", as_role="florist", json={"name": "Лента"})
    assert (answer.json["quantity"], answer.json["last_delivery_at"]) == (0, None)
    assert booked(answer.json["id"]) == []


def test_a_new_price_is_an_operation_that_says_what_it_was(ask: Ask, rose: WarehouseItem, staff: Staff) -> None:
    body = {"cost_price": 45_000, "retail_price": 80_000, "name": "Роза эквадорская", "min_quantity": 11}
    shown = ask("PATCH", f"/warehouse/{rose.id}", as_role="florist", json=body).json
    assert body.items() <= shown.items()
    assert (shown["quantity"], shown["below_minimum"]) == (10, True)
    (newest, _) = ask("GET", f"/warehouse/{rose.id}/operations", as_role="florist").json["items"]
    assert newest | {"id": 0, "created_at": ""} == {
        "id": 0,
        "kind": "price_change",
        "change": 0,
        "balance_after": 10,
        "reason": "cost_price",
        "old_price": 40_000,
        "new_price": 45_000,
        "order_id": None,
        "user_id": staff("florist").id,
        "created_at": "",
    }


def test_both_prices_are_an_operation_each(ask: Ask, rose: WarehouseItem) -> None:
    ask("PATCH", f"/warehouse/{rose.id}", as_role="florist", json={"cost_price": 1, "retail_price": 0})
    assert booked(rose.id)[1:] == [("price_change", 0, 10, "cost_price"), ("price_change", 0, 10, "retail_price")]


def test_an_item_that_is_needed_stays_and_the_answer_says_for_what(
    ask: Ask, shop: Shop, rose: WarehouseItem
) -> None:
    order = promise(shop, rose, 1)
    with begin() as session:
        make_recipe(session, make_product(session, shop, "Букет роз"), session.get_one(WarehouseItem, rose.id))
    answer = ask("DELETE", f"/warehouse/{rose.id}", as_role="manager")
    assert answer.status_code == 409
    assert answer.json["errors"] == {
        "reservations": [f"reserved for order {order.number}"],
        "recipes": ["part of Букет роз"],
    }
    assert "Букет роз" in answer.json["detail"]
    assert ask("GET", f"/warehouse/{rose.id}", as_role="manager").status_code == 200


def test_an_item_taken_off_the_list_is_gone_but_for_its_operations(ask: Ask, rose: WarehouseItem) -> None:
    path = f"/warehouse/{rose.id}"
    answer = ask("DELETE", path, as_role="manager")
    assert (answer.status_code, answer.data) == (204, b"")
    assert ask("GET", "/warehouse/", as_role="manager").json["items"] == []
    for method, rest, body in (
        ("GET", "", None),
        ("PATCH", "", {"name": "Роза"}),
        ("POST", "/writeoff", {"quantity": 1, "reason": "Завяли"}),
        ("POST", "/delivery", {"quantity": 1}),
        ("POST", "/sale", {"quantity": 1}),
        ("DELETE", "", None),
    ):
        assert ask(method, path + rest, as_role="manager", json=body).status_code == 404, rest
    assert ask("GET", f"{path}/operations", as_role="manager").json["total"] == 1


def test_an_item_of_a_product_no_longer_sold_may_go(ask: Ask, shop: Shop, rose: WarehouseItem) -> None:
    with begin() as session:
        product = make_product(session, shop)
        make_recipe(session, product, session.get_one(WarehouseItem, rose.id))
        product.deleted_at = product.created_at
    assert ask("DELETE", f"/warehouse/{rose.id}", as_role="manager").status_code == 204


def test_another_shops_item_is_not_there(ask: Ask, rose: WarehouseItem, other_shop: Shop) -> None:
    stranger = add(make_user, other_shop)
    for method, rest, body in (
        ("GET", "", None),
        ("GET", "/operations", None),
        ("PATCH", "", {"name": "Наша"}),
        ("POST", "/writeoff", {"quantity": 1, "reason": "Завяли"}),
        ("POST", "/delivery", {"quantity": 1}),
        ("POST", "/sale", {"quantity": 1}),
        ("DELETE", "", None),
    ):
        answer = ask(method, f"/warehouse/{rose.id}{rest}", user=stranger, json=body)
        assert answer.status_code == 404, rest
    assert booked(rose.id) == [("delivery", 10, 10, None)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "   "),
        ("name", None),
        ("name", "x" * 201),
        ("cost_price", -1),
        ("cost_price", 1.5),
        ("retail_price", "100"),
        ("min_quantity", -1),
        ("min_quantity", True),
        ("image", "/a.jpg"),
        ("shop_id", 8),
        ("deleted_at", None),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(ask: Ask, rose: WarehouseItem, field: str, value: Any) -> None:
    for method, path, body in (("POST", "/warehouse/", NEW), ("PATCH", f"/warehouse/{rose.id}", {})):
        answer = ask(method, path, as_role="director", json=body | {field: value})
        assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_a_quantity_is_not_edited(ask: Ask, rose: WarehouseItem) -> None:
    answer = ask("PATCH", f"/warehouse/{rose.id}", as_role="director", json={"quantity": 100})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["quantity"])
    answer = ask("POST", "/warehouse/", as_role="director", json=NEW | {"quantity": -1})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["quantity"])
