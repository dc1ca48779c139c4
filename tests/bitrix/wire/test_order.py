"""Orders as the site sends them: list rows know less than details."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitrix.wire.order import OrderLine, parse_order
from bitrix.wire.status import StatusTable
from bitrix.wire.unreadable import Unreadable
from tests.bitrix.wire.test_product import JSON

LIST_ROW: dict[str, Any] = {
    "id": 12345, "number": "2025-10-001", "status_key": "accepted", "paymentAmount": "12 990 ₸",
    "paymentStatus": "Оплачен",
    "sender": {"name": "Айгуль", "phone": "+77000000001"}, "recipient": {"name": "Дана", "phone": "+77000000002"},
    "deliveryAddress": "Абая 1", "deliveryDate": "2025-10-26", "deliveryTime": "14:00-16:00",
    "createdAt": "2025-10-24T10:30:00Z",
    "executors": [{"id": 42, "name": "Флорист", "source": "site"}],
    "items": [{"id": 1, "productName": "Розы 15 шт", "amount": 1, "price": "12990", "currency": "KZT",
    "productImage": "/r.jpg"}],
}  # fmt: skip
RAW: dict[str, Any] = {
    "id": 12345, "dateCreated": "24.10.2025", "statusId": "CO", "price": "14490", "currency": "KZT",
    "senderName": "Айгуль С.",
    "senderPhone": "+77000000003", "senderEmail": "aigul@mail.example", "recipientName": "Дана К.",
    "recipientPhone": "+77000000004", "deliveryAddress": "Абая 2", "deliveryDate": "27.10.2025",
    "deliveryType": "16:00-18:00",
    "deliveryPrice": "1500", "isPayed": True, "paySystem": "Kaspi", "postcardText": "С днём рождения",
    "comment": "Позвонить",
    "notes": "Без лилий", "responsibleId": "42", "askAddress": False, "pickup": False, "city": "almaty",
    "shopId": 17008,
    "basket": [
        {"id": 1, "productName": "Розы 15 шт", "amount": 1, "price": "12990", "currency": "KZT"},
        {"id": 2, "productName": "Ваза", "amount": "2.0000", "price": "250,50", "currency": "KZT"},
    ],
    "history": [{"status": "Новый", "timestamp": "2025-10-24T10:30:00Z", "user": "site"}],
}  # fmt: skip
DETAIL = {**LIST_ROW, "updatedAt": "2025-10-25T09:00:00+0500", "raw": RAW}


def values(**data: Any) -> dict[str, Any]:
    return parse_order({"id": 1, **data}).reading.values


def rejected(**data: Any) -> dict[str, str]:
    return parse_order({"id": 1, **data}).reading.rejected


def test_the_list_row_of_the_contract_is_read_whole() -> None:
    order = parse_order(LIST_ROW)
    assert (order.id, order.number, order.updated_at) == (12345, "2025-10-001", None)
    assert order.reading.rejected == {}
    assert order.reading.values == {
        "status": "AP",
        "sender_name": "Айгуль",
        "sender_phone": "+77000000001",
        "recipient_name": "Дана",
        "recipient_phone": "+77000000002",
        "address": "Абая 1",
        "date": date(2025, 10, 26),
        "slot": "14:00-16:00",
        "items": [OrderLine("Розы 15 шт", 1, 1299000)],
        "is_paid": True,
        "total": 1299000,
        "created": datetime(2025, 10, 24, 10, 30, tzinfo=UTC),
    }


def test_the_detail_of_the_contract_is_read_whole_and_its_raw_part_wins() -> None:
    order = parse_order(DETAIL)
    assert order.updated_at == datetime(2025, 10, 25, 4, 0, tzinfo=UTC)
    assert order.reading.rejected == {}
    assert order.reading.values == {
        "status": "CO",
        "sender_name": "Айгуль С.",
        "sender_phone": "+77000000003",
        "sender_email": "aigul@mail.example",
        "recipient_name": "Дана К.",
        "recipient_phone": "+77000000004",
        "address": "Абая 2",
        "date": date(2025, 10, 27),
        "slot": "16:00-18:00",
        "items": [OrderLine("Розы 15 шт", 1, 1299000), OrderLine("Ваза", 2, 25050)],
        "comment": "Позвонить",
        "postcard": "С днём рождения",
        "notes": "Без лилий",
        "pickup": False,
        "is_paid": True,
        "delivery_price": 150000,
        "total": 1449000,
        "responsible_id": 42,
        "created": datetime(2025, 10, 24, 10, 30, tzinfo=UTC),
    }


def test_a_missing_key_is_neither_value_nor_rejection() -> None:
    reading = parse_order({"id": 1}).reading
    assert (reading.values, reading.rejected) == ({}, {})


@pytest.mark.parametrize("empty", [None, False, "", []])
def test_an_empty_raw_part_wipes_nothing(empty: Any) -> None:
    assert parse_order({**LIST_ROW, "raw": empty}).reading == parse_order(LIST_ROW).reading


@pytest.mark.parametrize("empty", [None, False, "", []])
def test_an_explicit_empty_value_clears(empty: Any) -> None:
    assert values(deliveryAddress=empty, deliveryDate=empty, items=empty) == {
        "address": None,
        "date": None,
        "items": [],
    }


@pytest.mark.parametrize("empty", [None, False, "", []])
def test_an_empty_sender_is_an_empty_name_and_phone(empty: Any) -> None:
    assert values(sender=empty) == {"sender_name": None, "sender_phone": None, "sender_email": None}


def test_a_filled_value_beats_an_empty_one_wherever_it_stands() -> None:
    assert values(sender={"name": "Айгуль"}, raw={"senderName": ""})["sender_name"] == "Айгуль"


def test_a_phone_is_left_as_it_was_typed() -> None:
    assert values(sender={"phone": "8 (700) 000-00-01"})["sender_phone"] == "8 (700) 000-00-01"


def test_the_code_of_the_raw_part_is_kept_as_it_is_even_when_nobody_knows_it() -> None:
    assert values(raw={"statusId": "XX"}, status_key="accepted")["status"] == "XX"


def test_without_a_raw_code_the_key_tells_the_status() -> None:
    assert values(raw={"statusId": ""}, status_key="in_delivery")["status"] == "DE"


def test_an_unknown_status_key_is_rejected() -> None:
    assert rejected(status_key="lost") == {"status": 'status: "lost" is not a status we know'}


def test_a_cancelled_list_row_is_not_sure_of_its_code() -> None:
    order = parse_order({"id": 1, "status_key": "cancelled"})
    assert (order.reading.values["status"], order.status_sure) == ("RF", False)


@pytest.mark.parametrize(
    "data", [{"status_key": "new"}, {"status_key": "cancelled", "raw": {"statusId": "UN"}}, {}]
)
def test_every_other_row_is_sure_of_its_code(data: dict[str, Any]) -> None:
    assert parse_order({"id": 1, **data}).status_sure


def test_a_table_of_the_shop_is_used() -> None:
    moved = StatusTable({"ZZ": "new"}, known=())
    assert parse_order({"id": 1, "status_key": "new"}, moved).reading.rejected.keys() == {"status"}


def test_the_creation_day_of_the_raw_part_serves_where_there_is_no_moment() -> None:
    assert values(raw={"dateCreated": "24.10.2025"})["created"] == datetime(2025, 10, 23, 19, 0, tzinfo=UTC)


@pytest.mark.parametrize(("raw", "paid"), [("Оплачен", True), ("Не оплачен", False), ("", None)])
def test_the_payment_status_of_a_list_row_is_read(raw: str, paid: bool | None) -> None:
    assert values(paymentStatus=raw)["is_paid"] is paid


def test_an_unknown_payment_status_is_rejected() -> None:
    assert rejected(paymentStatus="Частично").keys() == {"is_paid"}


@pytest.mark.parametrize(("raw", "pickup"), [("Y", True), ("N", False), (False, False), (1, True), (None, None)])
def test_pickup_is_a_flag_that_may_be_empty(raw: Any, pickup: bool | None) -> None:
    assert values(raw={"pickup": raw})["pickup"] is pickup


@pytest.mark.parametrize("nobody", [0, "0", None, ""])
def test_nobody_is_responsible_where_the_site_writes_zero(nobody: Any) -> None:
    assert values(raw={"responsibleId": nobody})["responsible_id"] is None


@pytest.mark.parametrize(
    "line",
    [
        {"productName": "Розы", "amount": 0, "price": "100"},
        {"productName": "Розы", "amount": "1.5", "price": "100"},
        {"productName": "", "amount": 1, "price": "100"},
        {"productName": "Розы", "amount": 1, "price": "по запросу"},
        {"productName": "Розы", "amount": 1, "price": "65", "currency": "USD"},
        {"amount": 1, "price": "100"},
        "Розы",
    ],
)
def test_one_unreadable_item_rejects_the_items(line: Any) -> None:
    reading = parse_order({"id": 1, "items": [{"productName": "Ваза", "amount": 1, "price": 5}, line]}).reading
    assert reading.rejected.keys() == {"items"}
    assert "items" not in reading.values


def test_money_in_a_foreign_currency_is_rejected() -> None:
    assert rejected(raw={"price": "65", "deliveryPrice": "5", "currency": "USD"}).keys() == {
        "total",
        "delivery_price",
    }


def test_an_unreadable_update_moment_is_rejected_and_none() -> None:
    order = parse_order({"id": 1, "updatedAt": "вчера"})
    assert order.updated_at is None
    assert order.reading.rejected.keys() == {"updated_at"}


def test_the_id_may_stand_in_the_raw_part_alone() -> None:
    assert parse_order({"raw": {"id": "7"}}).id == 7


@pytest.mark.parametrize("data", [{}, {"id": None}, {"id": "abc"}, {"raw": {}}])
def test_without_a_readable_id_there_is_no_order(data: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        parse_order(data)


@st.composite
def list_rows(draw: st.DrawFn) -> dict[str, Any]:
    """The row of the contract, here without a key and there with anything under it."""
    row = {key: draw(st.just(value) | JSON) for key, value in LIST_ROW.items() if draw(st.integers(0, 9))}
    part, key = draw(st.sampled_from([("sender", "name"), ("sender", "phone"), ("recipient", "phone")]))
    row[part] = draw(st.just(row.get(part)) | st.fixed_dictionaries({key: JSON}))
    line = {
        **LIST_ROW["items"][0],
        draw(st.sampled_from(["productName", "amount", "price", "currency"])): draw(JSON),
    }
    row["items"] = draw(st.just(row.get("items")) | st.just([line]) | st.just({"0": line, "2": draw(JSON)}))
    return {**row, "id": 1, "updatedAt": draw(JSON)}


@given(list_rows())
def test_the_short_way_of_a_list_row_says_what_the_long_way_says(row: dict[str, Any]) -> None:
    assert parse_order(row) == parse_order({**row, "raw": "a part that cannot be read"})


@given(JSON, JSON, JSON, JSON, JSON)
def test_whatever_the_site_sends_is_read_or_rejected_by_field(a: Any, b: Any, c: Any, d: Any, e: Any) -> None:
    raw = {"statusId": a, "price": b, "currency": c, "basket": [d, {"amount": e}], "pickup": e, "deliveryDate": a}
    data = {"id": 1, "number": a, "updatedAt": b, "status_key": c, "sender": d, "items": e, "raw": raw}
    reading = parse_order(data).reading
    assert not set(reading.values) & set(reading.rejected)
