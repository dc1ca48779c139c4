"""When an order can be there, over the API; the rules themselves are tests/shop/test_delivery_time.py's."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

import pytest

from models import Shop
from tests.queries import watched
from tests.web.conftest import Ask

NOON = datetime(2026, 11, 25, 7, tzinfo=UTC)  # Wednesday, 12:00 in Almaty
FREE = ["15:00-17:00", "17:00-19:00", "19:00-21:00"]


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with patch("web.api.delivery.datetime") as clock:
        clock.now.return_value = NOON
        yield


def free(answer: Any) -> list[str]:
    return [slot["label"] for slot in answer.json["slots"] if slot["available"]]


def test_the_slots_of_today_are_told_and_which_can_be_met(ask: Ask, shop: Shop) -> None:
    answer = ask("GET", "/delivery/slots")
    assert answer.status_code == 200
    shown = answer.json
    assert (shown["date"], shown["opens"], shown["closes"]) == ("2026-11-25", "09:00", "21:00")
    assert (shown["timezone"], shown["lead_minutes"], len(shown["slots"])) == ("Asia/Almaty", 100, 6)
    assert free(answer) == FREE
    assert shown["slots"][0]["starts_at"] == "2026-11-25T09:00:00+05:00"


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("delivery_type=pickup", ["13:00-15:00", *FREE]),
        ("items=20", FREE[1:]),
        ("date=вчера", None),
        ("date=2026-11-24", []),
        ("date=через 3 дня", ["10:00-12:00", "12:00-14:00", "14:00-16:00", "16:00-18:00", "18:00-20:00"]),
    ],
)
def test_they_depend_on_day_pieces_and_way(ask: Ask, shop: Shop, query: str, labels: list[str] | None) -> None:
    answer = ask("GET", f"/delivery/slots?{query}")
    if labels is None:
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["date"])
    else:
        assert free(answer) == labels


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("date=завтра утром", "date"),
        ("date=", "date"),
        ("date=0001-01-01", "date"),
        ("date=9999-12-31", "date"),
        ("items=0", "items"),
        ("items=many", "items"),
        ("delivery_type=drone", "delivery_type"),
    ],
)
def test_a_question_without_sense_is_refused(ask: Ask, shop: Shop, query: str, field: str) -> None:
    always = {"weekday_opens": "00:00", "weekday_closes": "23:59"}
    assert ask("PUT", "/shop/working-hours", as_role="director", json=always).status_code == 200
    answer = ask("GET", f"/delivery/slots?{query}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_a_closed_day_has_no_slots(ask: Ask, shop: Shop) -> None:
    body = {"weekend_opens": None, "weekend_closes": None}
    ask("PUT", "/shop/working-hours", as_role="director", json=body)
    shown = ask("GET", "/delivery/slots?date=2026-11-28").json
    assert (shown["opens"], shown["slots"]) == (None, [])


def test_feasible_names_the_slot_and_the_nearest_one(ask: Ask, shop: Shop) -> None:
    shown = ask("GET", "/delivery/feasibility?delivery_date=завтра&delivery_time=вечером").json
    assert shown["feasible"] is True
    assert (shown["slot"]["date"], shown["slot"]["label"]) == ("2026-11-26", "17:00-19:00")
    assert (shown["nearest"]["date"], shown["nearest"]["label"]) == ("2026-11-25", "15:00-17:00")
    assert shown["errors"] == {}


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("delivery_date=2026-11-24", "delivery_date"),
        ("delivery_date=сегодня&delivery_time=утром", "delivery_time"),
        ("delivery_date=сегодня&delivery_time=23:00", "delivery_time"),
        ("delivery_time=ночью", "delivery_time"),
        ("delivery_date=31.12", "delivery_date"),
    ],
)
def test_what_is_not_feasible_says_why(ask: Ask, shop: Shop, query: str, field: str) -> None:
    shown = ask("GET", f"/delivery/feasibility?{query}").json
    assert (shown["feasible"], shown["slot"], list(shown["errors"])) == (False, None, [field])
    assert shown["nearest"]["label"] == "15:00-17:00"


def test_a_wish_is_validated(ask: Ask, shop: Shop) -> None:
    wish = {"delivery_date": "2026-11-25", "delivery_time": "15:00-17:00"}
    shown = ask("POST", "/delivery/validate", json=wish).json
    assert (shown["valid"], shown["slot"]["label"]) == (True, "15:00-17:00")
    for change, field in (
        ({"delivery_time": "14:00-16:00"}, "delivery_time"),
        ({"items": 20}, "delivery_time"),
        ({"delivery_date": "позавчера"}, "delivery_date"),
    ):
        shown = ask("POST", "/delivery/validate", json=wish | change).json
        assert (shown["valid"], list(shown["errors"])) == (False, [field])


@pytest.mark.parametrize(
    ("text", "day", "label"),
    [
        ("завтра утром", "2026-11-26", "09:00-11:00"),
        ("через 2 дня в 15:30", "2026-11-27", "15:00-17:00"),
        ("как можно скорее", None, "15:00-17:00"),
        ("2026-12-01", "2026-12-01", "09:00-11:00"),
        ("сегодня утром", "2026-11-25", None),
    ],
)
def test_words_are_understood(ask: Ask, shop: Shop, text: str, day: str | None, label: str | None) -> None:
    shown = ask("POST", "/delivery/parse", json={"text": text}).json
    assert shown["date"] == day
    assert (shown["slot"] and shown["slot"]["label"]) == label
    assert shown["feasible"] is (label is not None)


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("parse", {"text": "когда-нибудь"}, "text"),
        ("parse", {"text": ""}, "text"),
        ("parse", {}, "text"),
        ("parse", {"text": "завтра", "items": 0}, "items"),
        ("parse", {"text": "x" * 201}, "text"),
        ("validate", {}, "delivery_date"),
        ("validate", {"delivery_date": 5}, "delivery_date"),
        ("validate", {"delivery_date": "завтра", "delivery_type": "drone"}, "delivery_type"),
    ],
)
def test_bodies_of_the_wrong_kind_are_named(ask: Ask, shop: Shop, path: str, body: Any, field: str) -> None:
    answer = ask("POST", f"/delivery/{path}", json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_it_is_the_shop_that_is_asked_for(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    off = {"pickup_available": False}
    ask("PUT", "/shop/delivery", as_role="director", json=off)
    for path in ("/delivery/slots?delivery_type=pickup", "/delivery/feasibility?delivery_type=pickup"):
        assert ask("GET", f"{path}&shop_id={other_shop.id}").status_code == 200
    assert list(ask("GET", "/delivery/slots?delivery_type=pickup").json["errors"]) == ["delivery_type"]
    assert list(ask("GET", "/delivery/feasibility?delivery_type=pickup").json["errors"]) == ["delivery_type"]
    assert ask("GET", "/delivery/slots?shop_id=12345").status_code == 404


def test_colours_have_names(ask: Ask, shop: Shop) -> None:
    shown = ask("GET", "/colors").json
    assert shown["total"] == len(shown["items"])
    assert {"code": "red", "name": "красный", "hex": "#c8102e"} in shown["items"]
    for field in ("code", "name", "hex"):
        assert len({color[field] for color in shown["items"]}) == shown["total"]


def test_an_answer_takes_few_queries(ask: Ask, shop: Shop) -> None:
    with watched() as statements:
        ask("GET", "/delivery/feasibility?delivery_date=завтра")
    assert len(statements) <= 4
