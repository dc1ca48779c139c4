"""The shop's own settings, hours and delivery."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time
from typing import Any
from unittest.mock import patch

import pytest
from flask import Flask

from models import Shop, begin
from tests.people import make_user
from tests.poll import until
from tests.queries import somebody_waits
from tests.web.conftest import Ask, Staff, add, bearer

PUBLIC = {
    "id",
    "name",
    "phone",
    "address",
    "city",
    "timezone",
    "weekday_opens",
    "weekday_closes",
    "weekend_opens",
    "weekend_closes",
    "pickup_available",
    "delivery_available",
    "delivery_cost",
    "free_delivery_from",
}


@pytest.fixture
def clock() -> Iterator[Callable[[str], None]]:
    """Sets the time (UTC) that /shop goes by."""
    with patch("web.api.shop.datetime") as faked:

        def set_to(text: str) -> None:
            faked.now.return_value = datetime.fromisoformat(text).replace(tzinfo=UTC)

        yield set_to


def test_staff_see_all_settings_of_their_own_shop(ask: Ask, shop: Shop) -> None:
    shown = ask("GET", "/shop/settings", as_role="courier").json
    assert (shown["id"], shown["weekday_opens"], shown["delivery_cost"]) == (shop.id, "09:00", 150_000)
    assert (shown["mirrors_bitrix"], shown["is_active"]) == (True, True)
    assert ask("GET", "/shop/settings").status_code == 401


def test_customers_see_what_is_theirs_to_know(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    assert set(ask("GET", "/shop/settings/public").json) == PUBLIC
    assert ask("GET", f"/shop/settings/public?shop_id={other_shop.id}").json["id"] == other_shop.id
    assert ask("GET", "/shop/settings/public?shop_id=12345").status_code == 404
    assert ask("GET", "/shop/working-hours").json["weekend_closes"] == "20:00"


def test_a_manager_changes_what_is_sent_and_nothing_else(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    body = {"name": "Цветы у дома", "phone": "8 700 000 00 09", "timezone": "Asia/Qyzylorda", "address": None}
    answer = ask("PUT", "/shop/settings", as_role="manager", json=body)
    assert answer.status_code == 200
    assert {key: answer.json[key] for key in body} == body | {"phone": "+77000000009"}
    assert answer.json["city"] == "Алматы"
    with begin() as session:
        assert session.get_one(Shop, other_shop.id).name == other_shop.name


def test_a_florist_does_not(ask: Ask, shop: Shop) -> None:
    for path in ("/shop/settings", "/shop/working-hours", "/shop/delivery"):
        assert ask("PUT", path, as_role="florist", json={}).status_code == 403


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "  "),
        ("name", None),
        ("phone", "123"),
        ("timezone", "Asia/Atlantis"),
        ("timezone", ""),
        ("timezone", "../../etc/passwd"),
        ("timezone", None),
        ("delivery_cost", 5),
        ("mirrors_bitrix", False),
        ("is_active", False),
        ("id", 8),
    ],
)
def test_a_setting_of_the_wrong_kind_is_named(ask: Ask, shop: Shop, field: str, value: Any) -> None:
    answer = ask("PUT", "/shop/settings", as_role="director", json={field: value})
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]


def test_hours_are_changed_and_a_day_may_be_closed(ask: Ask, shop: Shop) -> None:
    body = {"weekday_closes": "23:59", "weekend_opens": None, "weekend_closes": None}
    answer = ask("PUT", "/shop/working-hours", as_role="manager", json=body)
    assert {key: answer.json[key] for key in body} == body
    assert answer.json["weekday_opens"] == "09:00"
    with begin() as session:
        assert session.get_one(Shop, shop.id).weekday_closes == time(23, 59)


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"weekday_opens": None}, ["weekday_opens"]),
        ({"weekend_closes": None}, ["weekend_closes"]),
        ({"weekday_opens": "21:00"}, ["weekday_closes"]),
        ({"weekday_opens": "22:00", "weekday_closes": "02:00", "weekend_opens": None}, None),
        ({"weekday_opens": "24:00"}, ["weekday_opens"]),
        ({"weekday_opens": "9:00"}, ["weekday_opens"]),
        ({"weekday_opens": "09:00:00"}, ["weekday_opens"]),
        ({"weekday_opens": 9}, ["weekday_opens"]),
        ({"weekday_opens": "٠٩:٠٠"}, ["weekday_opens"]),
        ({"sunday_opens": "09:00"}, ["sunday_opens"]),
    ],
)
def test_hours_that_cannot_be_are_named(
    ask: Ask, shop: Shop, body: dict[str, Any], fields: list[str] | None
) -> None:
    answer = ask("PUT", "/shop/working-hours", as_role="director", json=body)
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == (fields or ["weekday_closes", "weekend_opens"])
    assert ask("GET", "/shop/working-hours").json["weekday_opens"] == "09:00"


def test_one_way_to_the_customer_stays(ask: Ask, shop: Shop) -> None:
    off = {"pickup_available": False}
    assert ask("PUT", "/shop/delivery", as_role="manager", json=off).json["pickup_available"] is False
    for body in ({"delivery_available": False}, {"delivery_available": False, "pickup_available": False}):
        answer = ask("PUT", "/shop/delivery", as_role="manager", json=body)
        assert answer.status_code == 422
        assert set(answer.json["errors"]) == {"pickup_available", "delivery_available"}
    swapped = {"delivery_available": False, "pickup_available": True, "delivery_cost": 0}
    assert ask("PUT", "/shop/delivery", as_role="manager", json=swapped).status_code == 200


def test_of_two_who_each_turn_off_one_way_at_once_one_is_refused(app: Flask, shop: Shop, staff: Staff) -> None:
    headers = bearer(staff("manager"))

    def turn_off(way: str) -> int:
        answer = app.test_client().put("/api/v1/shop/delivery", json={way: False}, headers=headers)
        return answer.status_code

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(turn_off, ("pickup_available", "delivery_available"))) == [200, 422]


@pytest.mark.parametrize("superadmin", [True, False])
def test_who_comes_second_changes_what_the_first_has_left(app: Flask, shop: Shop, superadmin: bool) -> None:
    headers = bearer(add(make_user, None if superadmin else shop))
    path = f"/api/v1/shop/settings?shop_id={shop.id}" if superadmin else "/api/v1/shop/settings"
    with ThreadPoolExecutor(1) as pool, begin() as first:
        first.get_one(Shop, shop.id).name = "Имя первого"
        first.flush()
        second = pool.submit(lambda: app.test_client().put(path, json={"name": shop.name}, headers=headers))
        until(somebody_waits)
        first.commit()
        assert second.result().json["name"] == shop.name


@pytest.mark.parametrize(
    ("field", "value"),
    [("delivery_cost", -1), ("delivery_cost", "100"), ("free_delivery_from", 1.5), ("pickup_available", 1)],
)
def test_delivery_of_the_wrong_kind_is_named(ask: Ask, shop: Shop, field: str, value: Any) -> None:
    answer = ask("PUT", "/shop/delivery", as_role="director", json={field: value})
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


@pytest.mark.parametrize(
    ("now", "is_open", "until"),
    [
        ("2026-11-25 04:00", True, "2026-11-25T21:00:00+05:00"),
        ("2026-11-25 18:59", False, "2026-11-26T09:00:00+05:00"),
        ("2026-11-25 19:01", False, "2026-11-26T09:00:00+05:00"),
        ("2026-11-27 20:00", False, "2026-11-28T10:00:00+05:00"),
    ],
)
def test_it_is_told_whether_the_shop_is_open(
    ask: Ask, shop: Shop, clock: Callable[[str], None], now: str, is_open: bool, until: str
) -> None:
    clock(now)
    shown = ask("GET", "/shop/hours/current", as_role="courier").json
    assert (shown["is_open"], shown["until"]) == (is_open, until)
    assert shown["now"].endswith("+05:00")
    assert shown["timezone"] == "Asia/Almaty"


@pytest.mark.parametrize(
    ("query", "cost", "until_free"),
    [
        ("subtotal=0", 150_000, 1_000_000),
        ("subtotal=999999", 150_000, 1),
        ("subtotal=1000000", 0, 0),
        ("subtotal=100&delivery_type=pickup", 0, 0),
        ("subtotal=100&delivery_type=express", 150_000, 999_900),
    ],
)
def test_the_price_of_delivery_is_the_shops(ask: Ask, shop: Shop, query: str, cost: int, until_free: int) -> None:
    shown = ask("GET", f"/shop/delivery/calculate?{query}", as_role="florist").json
    assert (shown["delivery_cost"], shown["until_free"]) == (cost, until_free)
    assert shown["total"] == shown["subtotal"] + cost


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "subtotal"),
        ("subtotal=-1", "subtotal"),
        ("subtotal=much", "subtotal"),
        ("subtotal=1&delivery_type=drone", "delivery_type"),
    ],
)
def test_a_calculation_without_sense_is_refused(ask: Ask, shop: Shop, query: str, field: str) -> None:
    answer = ask("GET", f"/shop/delivery/calculate?{query}", as_role="florist")
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_a_stranger_changes_the_own_shop_only(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    stranger = add(make_user, other_shop)
    assert ask("PUT", f"/shop/settings?shop_id={shop.id}", user=stranger, json={"name": "Чужие"}).json["id"] == 8
    with begin() as session:
        assert session.get_one(Shop, shop.id).name != "Чужие"
