"""Every row of the table of answers to an order's status, and that the row is on disk before the answer."""

from typing import Any

import pytest
import redis

from models import Shop
from tests.poll import until
from tests.shopfloor import make_order
from tests.web.conftest import Ask, add
from tests.web.inbox import events

KIND = "order-status-sync"


def test_a_new_status_of_a_known_order_is_accepted(notify: Ask, shop: Shop) -> None:
    add(make_order, shop, bitrix_order_id=123456, bitrix_status="N")
    answer = notify(KIND, {"order_id": 123456, "status": "AP", "changed_by_id": 42, "notes": "..."})
    assert answer.status_code == 200
    assert answer.json == {"status": "accepted", "event_id": events()[0].id, "bitrix_order_id": 123456}


def test_the_event_is_kept_as_it_came_with_the_id_of_its_request(notify: Ask, shop: Shop) -> None:
    body = {"order_id": "123456", "status": "AP", "changed_by_id": 42, "notes": "Позвонить", "more": [1, None]}
    answer = notify(KIND, body)
    (event,) = events()
    assert (event.shop_id, event.entity, event.bitrix_id, event.state) == (shop.id, "order", 123456, "pending")
    assert event.payload == body
    assert event.request_id == answer.headers["X-Request-ID"]


def test_an_order_nobody_knows_is_kept_and_skipped(notify: Ask, shop: Shop) -> None:
    answer = notify(KIND, {"order_id": 77, "status": "AP"})
    assert answer.json == {
        "status": "skipped",
        "reason": "Order not found in Railway",
        "bitrix_order_id": 77,
        "event_id": events()[0].id,
    }


def test_an_unknown_code_is_kept_and_named(notify: Ask, shop: Shop) -> None:
    add(make_order, shop, bitrix_order_id=77, bitrix_status="N")
    answer = notify(KIND, {"order_id": 77, "status": "XX"})
    assert answer.json == {
        "status": "skipped",
        "reason": "Unknown status: XX",
        "bitrix_order_id": 77,
        "event_id": events()[0].id,
    }


def test_the_same_status_is_unchanged_and_kept_all_the_same(notify: Ask, shop: Shop) -> None:
    add(make_order, shop, bitrix_order_id=77, bitrix_status="AP", status="accepted")
    answer = notify(KIND, {"order_id": 77, "status": "AP"})
    assert answer.json == {
        "status": "skipped",
        "reason": "Status unchanged",
        "bitrix_order_id": 77,
        "current_status": "accepted",
    }
    assert [event.state for event in events()] == ["pending"]


def test_both_codes_of_cancelled_are_different_events(notify: Ask, shop: Shop) -> None:
    add(make_order, shop, bitrix_order_id=77, bitrix_status="RF", status="cancelled")
    assert notify(KIND, {"order_id": 77, "status": "UN"}).json["status"] == "accepted"


def test_an_order_the_site_never_spoke_of_is_compared_by_our_word(notify: Ask, shop: Shop) -> None:
    add(make_order, shop, bitrix_order_id=77, bitrix_status=None, status="accepted")
    assert notify(KIND, {"order_id": 77, "status": "AP"}).json["reason"] == "Status unchanged"
    assert notify(KIND, {"order_id": 77, "status": "CO"}).json["status"] == "accepted"


@pytest.mark.parametrize("order_id", [1, 2**53, "77", " 77 "])
def test_ids_come_as_numbers_or_digits(notify: Ask, shop: Shop, order_id: Any) -> None:
    answer = notify(KIND, {"order_id": order_id, "status": "AP"})
    assert answer.status_code == 200
    assert answer.json["bitrix_order_id"] == int(order_id)


def test_an_event_id_sent_twice_is_stored_once(notify: Ask, shop: Shop) -> None:
    body = {
        "order_id": 77,
        "status": "AP",
        "event_id": "evt-1",
        "changed_at": "2026-11-22T10:00:00+05:00",
        "version": 3,
    }
    first, second = notify(KIND, body), notify(KIND, body)
    assert first.json["event_id"] == second.json["event_id"]
    assert len(events()) == 1


def test_the_doorbell_is_rung(notify: Ask, shop: Shop, redis_url: str) -> None:
    notify(KIND, {"order_id": 77, "status": "AP"})
    with redis.Redis.from_url(redis_url) as valkey:
        until(lambda: valkey.llen("inbox") >= 1)


def test_without_a_mirrored_shop_nobody_can_keep_it(notify: Ask, other_shop: Shop) -> None:
    answer = notify(KIND, {"order_id": 77, "status": "AP"})
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("order_id", None),
        ("order_id", True),
        ("order_id", 1.0),
        ("order_id", 0),
        ("order_id", -5),
        ("order_id", "12a"),
        ("order_id", "٣"),
        ("order_id", 2**63),
        ("order_id", [1]),
        ("status", None),
        ("status", 5),
        ("status", ""),
        ("status", ["AP"]),
        ("changed_by_id", "me"),
        ("changed_by_id", True),
        ("notes", 5),
        ("notes", {"a": 1}),
        ("event_id", {}),
        ("changed_at", "yesterday"),
        ("changed_at", "2026-11-22T10:00:00"),
        ("version", "x"),
        ("version", 0),
    ],
)
def test_a_field_of_the_wrong_kind_is_named_and_nothing_is_stored(
    notify: Ask, shop: Shop, field: str, value: Any
) -> None:
    answer = notify(KIND, {"order_id": 77, "status": "AP"} | {field: value})
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]
    assert events() == []


def test_all_missing_fields_are_named_at_once(notify: Ask, shop: Shop) -> None:
    assert set(notify(KIND, {}).json["errors"]) == {"order_id", "status"}


@pytest.mark.parametrize("value", [None, ""])
def test_null_is_as_good_as_absent_for_what_is_optional(notify: Ask, shop: Shop, value: Any) -> None:
    body = {"order_id": 77, "status": "AP", "notes": value, "changed_by_id": None, "version": None}
    assert notify(KIND, body).status_code == 200
