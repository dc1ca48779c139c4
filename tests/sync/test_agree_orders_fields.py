"""A linked order is read: what moved there comes over, what was done by hand here stays, and nothing is written."""

from datetime import date
from typing import Any

import pytest

from dev.simulator.control import Florist
from models import begin
from shop.actor import Actor
from shop.order_changes import change_fields
from sync.edits import lock_order
from tests.sync import rows
from tests.sync.clerk import Clerk

LATER, LATER_STILL, EARLIER = (f"2026-11-22T{hour}:00:00Z" for hour in ("11", "12", "09"))


@pytest.fixture
def linked(clerk: Clerk, florist: Florist) -> int:
    """An order both sides know and agree on, with the status N."""
    return clerk.mirror_order(florist)


def edit(clerk: Clerk, bitrix_id: int, **values: Any) -> None:
    """A person here changes an order; the site has no call to hear of it."""
    with begin() as session:
        order = lock_order(session, clerk.shop.id, rows.order(bitrix_id).id)
        assert order is not None
        change_fields(session, order, values, actor=Actor.system())


MOVES = [
    ({"sender": {"name": "Жанна", "phone": "+77000009001"}}, "customer_name", "Жанна"),
    ({"sender": {"name": "Алия", "phone": "8 700 000 90 03"}}, "customer_phone", "+77000009003"),
    ({"recipient": {"name": "Асель &amp; Тимур", "phone": "+77000009002"}}, "recipient_name", "Асель & Тимур"),
    ({"recipient": {"name": "Сауле", "phone": "77000009004"}}, "recipient_phone", "+77000009004"),
    ({"deliveryAddress": "Сатпаева 2"}, "delivery_address", "Сатпаева 2"),
    ({"deliveryDate": "2026-12-01"}, "delivery_date", date(2026, 12, 1)),
    ({"deliveryTime": "18:00-20:00"}, "delivery_time", "18:00-20:00"),
    ({"deliveryDate": ""}, "delivery_date", None),
]


@pytest.mark.parametrize(("moved", "column", "value"), MOVES)
def test_what_moved_there_comes_over_with_history(
    clerk: Clerk, florist: Florist, linked: int, moved: dict[str, Any], column: str, value: Any
) -> None:
    florist.change_order(linked, updatedAt=LATER, **moved)
    assert clerk.agree("order", linked).state == "settled"
    order = rows.order(linked)
    assert getattr(order, column) == value
    assert [(row.actor_kind, row.field) for row in rows.history(order.id)][1:] == [("bitrix", column)]
    assert rows.conflicts() == []


def test_items_that_moved_there_come_over_with_their_total(clerk: Clerk, florist: Florist, linked: int) -> None:
    items = [
        {"id": 1, "productName": "Розы &amp; пионы", "amount": 2, "price": "5000", "currency": "KZT"},
        {"id": 2, "productName": "Открытка", "amount": 1, "price": "300,50", "currency": "KZT"},
    ]
    florist.change_order(linked, updatedAt=LATER, items=items)
    assert clerk.agree("order", linked).state == "settled"
    order = rows.order(linked)
    assert {(line.name, line.quantity, line.price) for line in order.items} == {
        ("Розы & пионы", 2, 500_000),
        ("Открытка", 1, 30_050),
    }
    assert (order.subtotal, order.total) == (1_030_050, 1_180_050)
    assert len(rows.history(order.id, "items")) == 1


def test_a_second_look_changes_nothing(clerk: Clerk, florist: Florist, linked: int) -> None:
    florist.change_order(linked, updatedAt=LATER, status="AP", deliveryAddress="Сатпаева 2")
    clerk.agree("order", linked)
    order, seq = rows.order(linked), rows.link("order", linked).seq
    for _ in range(2):
        assert clerk.agree("order", linked).state == "settled"
    assert (rows.order(linked).version, rows.link("order", linked).seq) == (order.version, seq)
    assert len(rows.history(order.id)) == 3


def test_nothing_of_an_order_is_ever_written_there(clerk: Clerk, florist: Florist, linked: int) -> None:
    edit(clerk, linked, delivery_address="Достык 5", recipient_name="Мадина")
    clerk.change_status(rows.order(linked), "paid")
    clerk.agree("order", linked)
    assert {call["method"] for call in florist.log()} == {"GET"}


def test_an_edit_made_by_hand_here_stays(clerk: Clerk, florist: Florist, linked: int) -> None:
    edit(clerk, linked, delivery_address="Достык 5")
    florist.change_order(linked, updatedAt=LATER, deliveryTime="18:00-20:00")
    for _ in range(2):
        assert clerk.agree("order", linked).state == "settled"
    order = rows.order(linked)
    assert (order.delivery_address, order.delivery_time) == ("Достык 5", "18:00-20:00")
    assert rows.conflicts() == []


def test_it_gives_way_when_theirs_moves(clerk: Clerk, florist: Florist, linked: int) -> None:
    edit(clerk, linked, delivery_address="Достык 5")
    florist.change_order(linked, updatedAt=LATER, deliveryAddress="Сатпаева 2")
    clerk.agree("order", linked)
    assert rows.order(linked).delivery_address == "Сатпаева 2"
    (conflict,) = rows.conflicts()
    assert (conflict.field, conflict.why, conflict.ours, conflict.theirs) == (
        "address",
        "both_moved",
        "Достык 5",
        "Сатпаева 2",
    )


def test_it_is_agreement_when_somebody_enters_it_there(clerk: Clerk, florist: Florist, linked: int) -> None:
    edit(clerk, linked, delivery_address="Достык 5")
    florist.change_order(linked, updatedAt=LATER, deliveryAddress="Достык 5")
    clerk.agree("order", linked)
    assert rows.link("order", linked).base["address"] == {"ours": "Достык 5", "theirs": "Достык 5"}
    assert rows.conflicts() == []


# The site's own clock


def test_an_answer_older_than_what_was_seen_is_discarded(clerk: Clerk, florist: Florist, linked: int) -> None:
    florist.change_order(linked, updatedAt=EARLIER, status="RF", deliveryAddress="Сатпаева 2")
    row = clerk.agree("order", linked)
    assert (row.state, row.attempts) == ("pending", 1)
    assert (rows.order(linked).status, rows.order(linked).delivery_address) == ("new", "Абая 1")


def test_a_stale_answer_is_made_good_by_the_next(clerk: Clerk, florist: Florist, linked: int) -> None:
    florist.change_order(linked, updatedAt=LATER, status="AP")
    florist.change_order(linked, updatedAt=LATER_STILL, status="CO")
    clerk.agree("order", linked)
    florist.fault("stale_detail", "GET *detail*", count=1)
    assert clerk.agree("order", linked).state == "pending"
    assert rows.order(linked).status == "assembled"
    assert clerk.work("order", linked).state == "settled"


def test_an_answer_without_a_clock_is_taken(clerk: Clerk, florist: Florist, linked: int) -> None:
    florist.change_order(linked, status="AP", missing=["updatedAt"])
    assert clerk.agree("order", linked).state == "settled"
    assert rows.order(linked).status == "accepted"


# What cannot be read


def test_a_phone_nobody_can_read_rejects_that_field_alone(clerk: Clerk, florist: Florist, linked: int) -> None:
    florist.change_order(linked, updatedAt=LATER, recipient={"name": "Асель", "phone": "спросить"})
    assert clerk.agree("order", linked).state == "settled"
    order = rows.order(linked)
    assert (order.recipient_name, order.recipient_phone) == ("Асель", "+77000009002")
    assert list(rows.link("order", linked).rejected) == ["recipient_phone"]


@pytest.mark.parametrize("items", [[], None, [{"id": 1, "productName": "Розы", "amount": 1, "price": "дорого"}]])
def test_items_that_cannot_be_read_leave_ours(clerk: Clerk, florist: Florist, linked: int, items: Any) -> None:
    florist.change_order(linked, updatedAt=LATER, items=items, price="4000", status="AP")
    assert clerk.agree("order", linked).state == "settled"
    order = rows.order(linked)
    assert [line.name for line in order.items] == ["Розы"]
    assert order.status == "accepted"
    assert "items" in rows.link("order", linked).rejected


def test_a_code_nobody_knows_is_rejected_and_the_rest_taken(clerk: Clerk, florist: Florist, linked: int) -> None:
    florist.change_order(linked, updatedAt=LATER, status="ZZ", deliveryAddress="Сатпаева 2")
    assert clerk.agree("order", linked).state == "settled"
    order = rows.order(linked)
    assert (order.status, order.bitrix_status, order.delivery_address) == ("new", "N", "Сатпаева 2")
    assert rows.link("order", linked).rejected == {"status": "Unknown status: ZZ"}


def test_a_missing_key_wipes_nothing(clerk: Clerk, florist: Florist, linked: int) -> None:
    missing = ["deliveryAddress", "recipientPhone", "statusId", "status_key"]
    florist.change_order(linked, updatedAt=LATER, missing=missing)
    assert clerk.agree("order", linked).state == "settled"
    order = rows.order(linked)
    assert (order.delivery_address, order.recipient_phone, order.status) == ("Абая 1", "+77000009002", "new")
