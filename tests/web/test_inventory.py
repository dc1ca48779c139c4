"""Counting the shelf, and bringing the books to what is there."""

from typing import Any

import pytest

from models import Shop, WarehouseItem, begin
from tests.books import assert_explained
from tests.people import make_user
from tests.queries import watched
from tests.shopfloor import make_warehouse_item
from tests.web.conftest import Ask, Staff, add
from tests.web.test_warehouse import booked, promise


@pytest.fixture
def rose(shop: Shop) -> WarehouseItem:
    """Ten of them."""
    return add(make_warehouse_item, shop, "Роза", 10, cost_price=40_000, retail_price=90_000)


@pytest.fixture
def ribbon(shop: Shop) -> WarehouseItem:
    """Five of them."""
    return add(make_warehouse_item, shop, "Лента", 5, min_quantity=6)


def line(item: WarehouseItem, counted: int, **fields: Any) -> dict[str, Any]:
    return {"warehouse_item_id": item.id, "counted": counted, **fields}


@pytest.fixture
def count(ask: Ask) -> Ask:
    """`count(line(rose, 9), comment="...")`: a check by a manager."""

    def send(*lines: dict[str, Any], **fields: Any) -> Any:
        return ask("POST", "/inventory/", as_role="manager", json={"items": list(lines), **fields})

    return send


@pytest.fixture
def apply(ask: Ask) -> Ask:
    return lambda check_id: ask("POST", f"/inventory/{check_id}/apply", as_role="manager")


def balance(item: WarehouseItem) -> int:
    """Explained by its operations, or the test fails."""
    with begin() as session:
        row = session.get_one(WarehouseItem, item.id)
        assert_explained(session, row)
        return row.quantity


def test_what_there_is_to_count(ask: Ask, shop: Shop, rose: WarehouseItem, ribbon: WarehouseItem) -> None:
    promise(shop, rose, 4)
    ask("DELETE", f"/warehouse/{ribbon.id}", as_role="manager")
    answer = ask("GET", "/inventory/prepare/items", as_role="manager").json
    assert answer["items"] == [
        {"warehouse_item_id": rose.id, "name": "Роза", "snapshot": 10, "reserved": 4, "image": None}
    ]
    assert (answer["total"], answer["next"]) == (1, None)


def test_a_check_keeps_what_the_books_said(
    count: Ask, rose: WarehouseItem, ribbon: WarehouseItem, staff: Staff
) -> None:
    answer = count(line(rose, 8), line(ribbon, 6), comment="Перед праздником")
    assert answer.status_code == 201
    shown = answer.json
    assert (shown["status"], shown["applied_at"], shown["comment"]) == ("pending", None, "Перед праздником")
    assert (shown["lines"], shown["surplus"], shown["missing"]) == (2, 1, 2)
    assert shown["user_id"] == staff("manager").id
    assert shown["items"][0] == {
        "warehouse_item_id": rose.id,
        "name": "Роза",
        "snapshot": 10,
        "counted": 8,
        "difference": -2,
    }
    assert balance(rose) == 10


def test_applying_books_the_differences_alone(
    ask: Ask, count: Ask, apply: Ask, shop: Shop, rose: WarehouseItem, ribbon: WarehouseItem
) -> None:
    paper = add(make_warehouse_item, shop, "Бумага", 7)
    check = count(line(rose, 8), line(ribbon, 6), line(paper, 7)).json
    answer = apply(check["id"])
    assert answer.status_code == 200
    assert answer.json["status"] == "applied"
    assert answer.json["applied_at"] is not None
    reason = f"inventory check {check['id']}"
    assert booked(rose.id)[1:] == [("inventory", -2, 8, reason)]
    assert booked(ribbon.id)[1:] == [("inventory", 1, 6, reason)]
    assert len(booked(paper.id)) == 1
    assert ask("GET", f"/inventory/{check['id']}", as_role="manager").json == answer.json


def test_what_moves_between_count_and_booking_is_not_lost(
    ask: Ask, count: Ask, apply: Ask, rose: WarehouseItem
) -> None:
    check = count(line(rose, 9)).json
    ask("POST", f"/warehouse/{rose.id}/delivery", as_role="florist", json={"quantity": 20})
    ask("POST", f"/warehouse/{rose.id}/sale", as_role="florist", json={"quantity": 3})
    apply(check["id"])
    assert balance(rose) == 9 + 20 - 3


def test_what_moved_while_somebody_counted_is_not_lost(
    ask: Ask, count: Ask, apply: Ask, rose: WarehouseItem
) -> None:
    (listed,) = ask("GET", "/inventory/prepare/items", as_role="manager").json["items"]
    ask("POST", f"/warehouse/{rose.id}/sale", as_role="florist", json={"quantity": 3})
    check = count(line(rose, 9, snapshot=listed["snapshot"])).json
    assert check["items"][0]["difference"] == -1
    apply(check["id"])
    assert balance(rose) == 9 - 3


def test_a_check_is_applied_once(count: Ask, apply: Ask, rose: WarehouseItem) -> None:
    check = count(line(rose, 8)).json
    apply(check["id"])
    answer = apply(check["id"])
    assert (answer.status_code, list(answer.json["errors"])) == (409, ["status"])
    assert balance(rose) == 8


def test_a_count_may_leave_less_than_is_promised(
    ask: Ask, count: Ask, apply: Ask, shop: Shop, rose: WarehouseItem
) -> None:
    promise(shop, rose, 9)
    apply(count(line(rose, 2)).json["id"])
    assert ask("GET", f"/warehouse/{rose.id}", as_role="florist").json["shortage"] == 7


def test_more_missing_than_there_is_has_to_be_counted_again(
    ask: Ask, count: Ask, apply: Ask, rose: WarehouseItem, ribbon: WarehouseItem
) -> None:
    check = count(line(rose, 1), line(ribbon, 6)).json
    ask("POST", f"/warehouse/{rose.id}/sale", as_role="florist", json={"quantity": 8})
    answer = apply(check["id"])
    assert answer.status_code == 409
    assert answer.json["errors"] == {"items": ["Роза: 9 missing by the count, but only 2 there now"]}
    assert (balance(rose), balance(ribbon)) == (2, 5)
    assert ask("GET", f"/inventory/{check['id']}", as_role="manager").json["status"] == "pending"


def test_checks_are_listed_newest_first(
    ask: Ask, count: Ask, rose: WarehouseItem, ribbon: WarehouseItem, staff: Staff
) -> None:
    first = count(line(rose, 12)).json["id"]
    with watched() as few:
        ask("GET", "/inventory/", as_role="manager")
    second = count(line(rose, 8), line(ribbon, 5)).json["id"]
    with watched() as more:
        answer = ask("GET", "/inventory/", as_role="manager").json
    assert [(row["id"], row["lines"], row["surplus"], row["missing"]) for row in answer["items"]] == [
        (second, 2, 0, 2),
        (first, 1, 2, 0),
    ]
    assert (answer["total"], answer["next"]) == (2, None)
    assert len(few) == len(more) <= 10


def test_making_and_applying_cost_the_same_however_many_lines(
    count: Ask, apply: Ask, shop: Shop, staff: Staff
) -> None:
    staff("manager")
    counts = []
    for lines in (1, 20):
        items = [add(make_warehouse_item, shop) for _ in range(lines)]
        with watched() as made:
            check = count(*(line(item, 9) for item in items)).json
        with watched() as applied:
            assert apply(check["id"]).status_code == 200
        counts.append((len(made), len(applied)))
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 10


def test_the_summary_says_what_the_shelf_is_worth(
    ask: Ask, count: Ask, apply: Ask, rose: WarehouseItem, ribbon: WarehouseItem, other_shop: Shop
) -> None:
    add(make_warehouse_item, other_shop, "Чужая", 1_000, cost_price=1)
    count(line(rose, 10))
    applied = apply(count(line(rose, 10)).json["id"]).json
    assert ask("GET", "/inventory/summary", as_role="manager").json == {
        "items": 2,
        "pieces": 15,
        "below_minimum": 1,
        "cost_value": 400_000,
        "retail_value": 900_000,
        "pending": 1,
        "applied": 1,
        "last_applied_at": applied["applied_at"],
    }


def test_the_summary_of_an_empty_shelf(ask: Ask, shop: Shop) -> None:
    answer = ask("GET", "/inventory/summary", as_role="manager").json
    assert set(answer.values()) == {0, None}


def test_the_worth_of_very_much_is_a_number(ask: Ask, shop: Shop) -> None:
    add(make_warehouse_item, shop, quantity=10**10, cost_price=10**12)
    assert ask("GET", "/inventory/summary", as_role="manager").json["cost_value"] == 10**22


def test_another_shops_item_cannot_be_counted(count: Ask, rose: WarehouseItem, other_shop: Shop) -> None:
    foreign = add(make_warehouse_item, other_shop)
    answer = count(line(rose, 1), line(foreign, 1))
    assert (answer.status_code, answer.json["errors"]) == (422, {"items.1.warehouse_item_id": ["no such item"]})


def test_an_item_is_counted_once(count: Ask, rose: WarehouseItem) -> None:
    answer = count(line(rose, 1), line(rose, 2))
    assert answer.json["errors"] == {"items.1.warehouse_item_id": ["is counted twice"]}


def test_another_shops_check_is_not_there(ask: Ask, count: Ask, rose: WarehouseItem, other_shop: Shop) -> None:
    check = count(line(rose, 1)).json
    stranger = add(make_user, other_shop)
    assert ask("GET", "/inventory/", user=stranger).json["items"] == []
    for method, rest in (("GET", ""), ("POST", "/apply")):
        assert ask(method, f"/inventory/{check['id']}{rest}", user=stranger).status_code == 404
    assert ask("GET", "/inventory/999999", as_role="manager").status_code == 404
    assert balance(rose) == 10


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"items": []}, "items"),
        ({}, "items"),
        ({"items": [{"counted": 1}]}, "items.0.warehouse_item_id"),
        ({"items": [{"warehouse_item_id": 1}]}, "items.0.counted"),
        ({"items": [{"warehouse_item_id": 1, "counted": -1}]}, "items.0.counted"),
        ({"items": [{"warehouse_item_id": 1, "counted": "1"}]}, "items.0.counted"),
        ({"items": [{"warehouse_item_id": 1, "counted": 1, "snapshot": -1}]}, "items.0.snapshot"),
        ({"items": [{"warehouse_item_id": 1, "counted": 1, "difference": 5}]}, "items.0.difference"),
        ({"items": [{"warehouse_item_id": 1, "counted": 1}], "status": "applied"}, "status"),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(ask: Ask, shop: Shop, body: dict[str, Any], named: str) -> None:
    answer = ask("POST", "/inventory/", as_role="manager", json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [named])
