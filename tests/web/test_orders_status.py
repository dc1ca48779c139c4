"""Moving an order along: which role may, and what becomes of it."""

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from models import Order, OrderHistory, Shop, begin
from models.order import STATUSES
from tests.shopfloor import make_order
from tests.web.conftest import Ask, Staff, add


def move(ask: Ask, order: Order, role: str, status: str, notes: str | None = "потому что") -> TestResponse:
    return ask("PATCH", f"/orders/{order.id}/status", as_role=role, json={"status": status, "notes": notes})


def history(order: Order) -> list[OrderHistory]:
    with begin() as session:
        return list(
            session.scalars(select(OrderHistory).where(OrderHistory.order_id == order.id).order_by(OrderHistory.id))
        )


def test_it_is_moved_and_history_names_who(ask: Ask, shop: Shop, staff: Staff) -> None:
    order = add(make_order, shop)
    answer = move(ask, order, "manager", "accepted")
    assert answer.status_code == 200
    assert (answer.json["status"], answer.json["version"]) == ("accepted", 2)
    (row,) = history(order)
    assert (row.actor_kind, row.actor_id, row.old_value, row.new_value, row.note, row.forced) == (
        "user",
        staff("manager").id,
        "new",
        "accepted",
        "потому что",
        False,
    )


def test_the_status_it_has_changes_nothing(ask: Ask, shop: Shop) -> None:
    order = add(make_order, shop, status="assembled")
    answer = move(ask, order, "florist", "assembled")
    assert (answer.status_code, answer.json["version"]) == (200, 1)
    assert history(order) == []


def test_an_arrow_the_table_has_not_is_a_conflict(ask: Ask, shop: Shop) -> None:
    answer = move(ask, add(make_order, shop), "director", "delivered")
    assert answer.status_code == 409
    assert list(answer.json["errors"]) == ["status"]


@pytest.mark.parametrize("notes", [None, "", "  "])
def test_cancelling_needs_a_reason(ask: Ask, shop: Shop, notes: str | None) -> None:
    answer = move(ask, add(make_order, shop), "manager", "cancelled", notes)
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == ["notes"]


@pytest.mark.parametrize(
    ("old", "new", "answered"),
    [
        ("new", "accepted", 200),
        ("accepted", "assembled", 200),
        ("assembled", "accepted", 200),
        ("assembled", "in_delivery", 403),
        ("new", "cancelled", 403),
        ("in_delivery", "delivered", 403),
    ],
)
def test_a_florist_moves_an_order_up_to_assembled(ask: Ask, shop: Shop, old: str, new: str, answered: int) -> None:
    assert move(ask, add(make_order, shop, status=old), "florist", new).status_code == answered


@pytest.mark.parametrize("old", STATUSES)
@pytest.mark.parametrize("new", STATUSES)
def test_a_courier_only_hands_over_what_is_in_delivery(
    ask: Ask, shop: Shop, staff: Staff, old: str, new: str
) -> None:
    order = add(make_order, shop, status=old, courier_id=staff("courier").id)
    may = (old, new) == ("in_delivery", "delivered") or old == new
    assert move(ask, order, "courier", new).status_code == (200 if may else 403)


def test_a_courier_does_not_see_what_others_deliver(ask: Ask, shop: Shop, staff: Staff) -> None:
    order = add(make_order, shop, status="in_delivery", courier_id=staff("manager").id)
    assert move(ask, order, "courier", "delivered").status_code == 404


def test_another_shops_order_is_not_there(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    assert move(ask, add(make_order, other_shop), "director", "accepted").status_code == 404


@pytest.mark.parametrize(
    "body", [{}, {"status": "lost"}, {"status": 5}, {"status": "paid", "notes": 5}, {"status": "paid", "note": "x"}]
)
def test_fields_of_the_wrong_kind(ask: Ask, shop: Shop, body: dict[str, object]) -> None:
    order = add(make_order, shop)
    assert ask("PATCH", f"/orders/{order.id}/status", as_role="director", json=body).status_code == 422
