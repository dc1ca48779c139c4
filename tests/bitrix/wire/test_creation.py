"""An order of ours on its way to the site."""

from datetime import date
from uuid import UUID

import pytest

from bitrix.wire.creation import Created, CreateLine, CreateOrder, parse_created
from bitrix.wire.unreadable import Unreadable

KEY = UUID("6b0f7c1e-0000-4000-8000-000000000001")
ANSWER = {
    "status": True, "order_id": 123901, "account_number": "123901", "xml_id": f"railway-{KEY}",
    "price": 17000, "delivery_price": 2000, "pickup": "N",
}  # fmt: skip


def test_an_order_is_sent_in_the_words_of_the_contract() -> None:
    order = CreateOrder(
        railway_order_id=KEY,
        customer_phone="+77000000001",
        pickup=False,
        items=(CreateLine(698875, 1, 1500000),),
        total_price=1500000,
        delivery_fee=250000,
        recipient_name="Дана",
        recipient_phone="+77000000002",
        delivery_address="Абая 1",
        delivery_date=date(2025, 10, 26),
        delivery_time="14:00-16:00",
        notes="Без лилий",
        customer_name="Айгуль",
    )
    assert order.payload() == {
        "railway_order_id": str(KEY),
        "customer_phone": "+77000000001",
        "pickup": "N",
        "recipient_name": "Дана",
        "recipient_phone": "+77000000002",
        "delivery_address": "Абая 1",
        "delivery_date": "2025-10-26",
        "delivery_time": "14:00-16:00",
        "notes": "Без лилий",
        "customer_name": "Айгуль",
        "delivery_fee": 250000,
        "items": [{"product_id": 698875, "quantity": 1, "price": 1500000}],
        "total_price": 1500000,
    }


def test_what_is_not_known_is_left_out() -> None:
    payload = CreateOrder(KEY, "+77000000001", pickup=True, items=(), total_price=0).payload()
    assert payload["pickup"] == "Y"
    assert payload.keys() == {
        "railway_order_id",
        "customer_phone",
        "pickup",
        "delivery_fee",
        "items",
        "total_price",
    }


def test_the_answer_of_a_first_creation_is_read() -> None:
    assert parse_created(ANSWER) == Created(123901, duplicate=False, account_number="123901")


def test_the_answer_of_a_repeated_creation_is_read() -> None:
    assert parse_created({**ANSWER, "order_id": "123901", "duplicate": True}) == Created(123901, True, "123901")


@pytest.mark.parametrize("wrong", [{"order_id": None}, {"order_id": "abc"}, {"duplicate": "maybe"}])
def test_an_answer_without_an_order_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(Unreadable):
        parse_created({**ANSWER, **wrong})
