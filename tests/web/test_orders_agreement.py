"""How each order stands with the site, as staff see it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from models import Order, Outbox, Shop, begin
from shop.actor import Actor
from sync.edits import change_order_status
from tests.shopfloor import make_link, make_order, make_product
from tests.web.conftest import Ask

AGREED = datetime(2026, 11, 20, 12, tzinfo=UTC)
BASE = {"status": {"ours": "AP", "theirs": "AP"}, "address": {"ours": "Абая 1", "theirs": "Абая 1"}}


def standing(ask: Ask) -> Any:
    """The same in the list and in the order by itself."""
    listed: Any = ask("GET", "/orders/", as_role="florist").json
    (order,) = listed["items"]
    shown: Any = ask("GET", f"/orders/{order['id']}", as_role="florist").json
    assert shown["sync"] == order["sync"]
    return shown["sync"]


def make_agreed(session: Any, shop: Shop, state: str = "linked") -> Order:
    order = make_order(session, shop, status="accepted", bitrix_order_id=123901, bitrix_status="AP")
    make_link(session, order, base=BASE, agreed_at=AGREED, state=state)
    return order


def owe(session: Any, order: Order, kind: str, key: object, state: str) -> None:
    session.add(Outbox(shop_id=order.shop_id, kind=kind, key=str(key), state=state, reason="x"))


def test_an_order_as_both_sides_know_it_is_agreed(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        make_agreed(session, shop)
    assert standing(ask) == {
        "state": "agreed",
        "agreed_at": "2026-11-20T12:00:00+00:00",
        "conflicts": 0,
        "rejected": {},
        "by_hand": [],
        "status_there": "accepted",
    }


def test_a_status_set_here_first_is_to_be_entered_there_by_hand(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        order = make_agreed(session, shop)
        change_order_status(session, order, "assembled", actor=Actor.system())
    shown = standing(ask)
    assert (shown["by_hand"], shown["status_there"]) == (["status"], "accepted")


def test_the_answer_to_a_move_says_that_the_site_does_not_know(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        order = make_agreed(session, shop)
    moved: Any = ask("PATCH", f"/orders/{order.id}/status", json={"status": "assembled"}, as_role="florist").json
    assert (moved["status"], moved["sync"]["by_hand"]) == ("assembled", ["status"])


def test_an_edit_is_to_be_entered_there_by_hand(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        make_agreed(session, shop).delivery_address = "Абая 2"
    assert standing(ask)["by_hand"] == ["address"]


@pytest.mark.parametrize(("debt", "state"), [("pending", "pending"), ("dead", "dead"), (None, "local_only")])
def test_an_order_the_site_does_not_know_waits_for_its_creation(
    ask: Ask, shop: Shop, debt: str | None, state: str
) -> None:
    with begin() as session:
        order = make_order(session, shop)
        if debt:
            owe(session, order, "new_order", order.uuid, debt)
    shown = standing(ask)
    assert (shown["state"], shown["status_there"], shown["by_hand"]) == (state, None, [])


def test_a_debt_of_an_order_is_told(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        owe(session, make_agreed(session, shop), "order", 123901, "dead")
    assert standing(ask)["state"] == "dead"


def test_what_is_gone_there_is_not_to_be_entered_there(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        make_agreed(session, shop, state="gone_there").delivery_address = "Абая 2"
    shown = standing(ask)
    assert (shown["state"], shown["by_hand"]) == ("gone_there", [])


@pytest.mark.parametrize(("mirrored", "state"), [(True, "pending"), (False, "local_only")])
def test_a_new_order_answers_what_every_later_look_at_it_says(
    ask: Ask, shop: Shop, mirrored: bool, state: str
) -> None:
    with begin() as session:
        session.get_one(Shop, shop.id).mirrors_bitrix = mirrored
        line = {"product_id": make_product(session, shop).id, "quantity": 1}
    body = {"customer_name": "Алия", "phone": "+77000000101", "items": [line]}
    placed = ask("POST", "/orders/", as_role="manager", json=body).json
    assert (placed["sync"]["state"], placed["sync"]) == (state, standing(ask))
