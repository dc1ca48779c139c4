"""What comes and goes: deliveries, write-offs, sales over the counter."""

from typing import Any

import pytest

from models import Shop, WarehouseItem, begin
from tests.books import assert_explained
from tests.queries import watched
from tests.shopfloor import make_warehouse_item
from tests.web.conftest import Ask, Staff, add
from tests.web.test_warehouse import booked, promise


@pytest.fixture
def rose(shop: Shop) -> WarehouseItem:
    """Ten of them."""
    return add(make_warehouse_item, shop, "Роза", 10, cost_price=40_000)


@pytest.fixture
def post(ask: Ask, rose: WarehouseItem) -> Ask:
    """`post("sale", quantity=2)` on the rose, by a florist."""

    def send(operation: str, **body: Any) -> Any:
        return ask("POST", f"/warehouse/{rose.id}/{operation}", as_role="florist", json=body)

    return send


def test_a_delivery_makes_it_more(post: Ask, rose: WarehouseItem) -> None:
    answer = post("delivery", quantity=5, reason="Накладная 118")
    assert answer.status_code == 200
    assert (answer.json["quantity"], answer.json["cost_price"]) == (15, 40_000)
    assert answer.json["last_delivery_at"] is not None
    assert booked(rose.id)[1:] == [("delivery", 5, 15, "Накладная 118")]


def test_a_delivery_may_come_at_a_new_price(post: Ask, rose: WarehouseItem) -> None:
    assert post("delivery", quantity=5, cost_price=42_000).json["cost_price"] == 42_000
    assert booked(rose.id)[1:] == [("delivery", 5, 15, None), ("price_change", 0, 15, "cost_price")]
    post("delivery", quantity=1, cost_price=42_000)
    assert booked(rose.id)[3:] == [("delivery", 1, 16, None)]


def test_what_withered_is_written_off(post: Ask, rose: WarehouseItem) -> None:
    assert post("writeoff", quantity=4, reason="Завяли").json["quantity"] == 6
    assert booked(rose.id)[1:] == [("writeoff", -4, 6, "Завяли")]


def test_what_is_promised_may_wither_too_and_the_answer_says_so(post: Ask, shop: Shop, rose: WarehouseItem) -> None:
    promise(shop, rose, 8)
    shown = post("writeoff", quantity=7, reason="Завяли").json
    assert (shown["quantity"], shown["reserved"], shown["available"], shown["shortage"]) == (3, 8, 0, 5)


@pytest.mark.parametrize("body", [{"operation": "writeoff", "reason": "Завяли"}, {"operation": "sale"}])
def test_what_is_not_there_can_neither_be_lost_nor_sold(
    post: Ask, rose: WarehouseItem, body: dict[str, Any]
) -> None:
    answer = post(**body, quantity=11)
    assert answer.status_code == 400
    assert answer.json["errors"] == {"quantity": ["Роза: asked 11, available 10"]}
    assert len(booked(rose.id)) == 1
    assert post(**body, quantity=10).json["quantity"] == 0


def test_a_sale_over_the_counter_leaves_what_is_promised(post: Ask, shop: Shop, rose: WarehouseItem) -> None:
    promise(shop, rose, 8)
    answer = post("sale", quantity=3)
    assert (answer.status_code, answer.json["errors"]) == (400, {"quantity": ["Роза: asked 3, available 2"]})
    shown = post("sale", quantity=2, reason="Наличные").json
    assert (shown["quantity"], shown["available"]) == (8, 0)
    assert booked(rose.id)[1:] == [("sale", -2, 8, "Наличные")]


def test_operations_tell_everything_newest_first(ask: Ask, post: Ask, rose: WarehouseItem, staff: Staff) -> None:
    post("sale", quantity=1)
    post("writeoff", quantity=2, reason="Завяли")
    answer = ask("GET", f"/warehouse/{rose.id}/operations", as_role="manager").json
    assert [(row["kind"], row["balance_after"]) for row in answer["items"]] == [
        ("writeoff", 7),
        ("sale", 9),
        ("delivery", 10),
    ]
    assert answer["items"][0]["user_id"] == staff("florist").id
    assert (answer["total"], answer["next"]) == (3, None)
    page = ask("GET", f"/warehouse/{rose.id}/operations?limit=2", as_role="manager").json
    rest = ask("GET", f"/warehouse/{rose.id}/operations?limit=2&cursor={page['next']}", as_role="manager").json
    assert [row["kind"] for row in rest["items"]] == ["delivery"]
    with begin() as session:
        assert_explained(session, session.get_one(WarehouseItem, rose.id))


def test_more_operations_cost_no_more_queries(ask: Ask, post: Ask, rose: WarehouseItem, staff: Staff) -> None:
    counts = []
    for _ in range(2):
        for _ in range(3):
            post("sale", quantity=1)
        with watched() as statements:
            ask("GET", f"/warehouse/{rose.id}/operations", as_role="florist")
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 10
    for operation in ("sale", "delivery", "writeoff"):
        with watched() as statements:
            post(operation, quantity=1, reason="Завяли")
        assert len(statements) <= 10, statements


@pytest.mark.parametrize("operation", ["sale", "delivery", "writeoff"])
@pytest.mark.parametrize("quantity", [0, -1, 1.5, "1", None, True, 100_001])
def test_a_quantity_is_a_whole_number_of_pieces(post: Ask, operation: str, quantity: Any) -> None:
    answer = post(operation, quantity=quantity, reason="Завяли")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["quantity"])


@pytest.mark.parametrize("reason", [{}, {"reason": None}, {"reason": "  "}, {"reason": 5}])
def test_a_write_off_needs_a_reason(post: Ask, reason: dict[str, Any]) -> None:
    answer = post("writeoff", quantity=1, **reason)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["reason"])
