"""Webhooks in the console: found, read, and worked again."""

from datetime import timedelta

import pytest

from models import Shop, User, WebhookEvent, begin
from tests.shopfloor import make_link, make_order
from tests.traffic import NOON, make_event
from tests.web.conftest import Ask, add

PATH = "/sync/events"


def states() -> list[str]:
    with begin() as session:
        return [event.state for event in session.query(WebhookEvent).order_by(WebhookEvent.id)]


@pytest.fixture
def events(shop: Shop) -> list[int]:
    """Four: dead, applied and parked ones of an order, a dead one of a product."""
    with begin() as session:
        return [
            make_event(session, shop, "dead", error="broke", received_at=NOON).id,
            make_event(session, shop, "applied", received_at=NOON + timedelta(hours=1)).id,
            make_event(session, shop, "parked", bitrix_id=78, received_at=NOON + timedelta(hours=2)).id,
            make_event(
                session, shop, entity="product", kind="product.updated", received_at=NOON + timedelta(hours=3)
            ).id,
        ]


def test_they_are_listed_newest_first_without_their_payload(ask: Ask, events: list[int]) -> None:
    listed = ask("GET", PATH, as_role="manager").json
    assert [item["id"] for item in listed["items"]] == events[::-1]
    assert (listed["total"], listed["next"]) == (4, None)
    assert all("payload" not in item for item in listed["items"])


def test_the_cursor_leads_through_all_of_them_once(ask: Ask, events: list[int]) -> None:
    seen, cursor = [], ""
    while cursor is not None:
        page = ask("GET", f"{PATH}?limit=3&cursor={cursor}", as_role="manager").json
        seen += [item["id"] for item in page["items"]]
        cursor = page["next"]
    assert seen == events[::-1]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=dead", {0, 3}),
        ("kind=order.status", {0, 1, 2}),
        ("entity=product", {3}),
        ("bitrix_id=78", {2}),
        ("since=2026-11-01T13:30:00Z", {2, 3}),
        ("state=dead&entity=order", {0}),
        ("kind=nothing", set()),
    ],
)
def test_filters_narrow_the_list(ask: Ask, events: list[int], query: str, found: set[int]) -> None:
    listed = ask("GET", f"{PATH}?{query}", as_role="manager").json["items"]
    assert {item["id"] for item in listed} == {events[index] for index in found}


@pytest.mark.parametrize("query", ["state=odd", "entity=shop", "since=yesterday", "bitrix_id=x", "cursor=abc"])
def test_a_filter_that_is_none_is_named(ask: Ask, events: list[int], query: str) -> None:
    answer = ask("GET", f"{PATH}?{query}", as_role="manager")
    assert (answer.status_code, list(answer.json["errors"])) == (422, [query.partition("=")[0]])


def test_one_shows_its_payload_as_stored(ask: Ask, events: list[int]) -> None:
    shown = ask("GET", f"{PATH}/{events[0]}", as_role="manager").json
    assert shown["payload"] == {"order_id": 77, "status": "AP"}
    assert (shown["error"], shown["anonymised_at"]) == ("broke", None)


def test_a_replayed_one_waits_again(ask: Ask, events: list[int]) -> None:
    answer = ask("POST", f"{PATH}/{events[0]}/replay", as_role="manager")
    assert (answer.status_code, answer.json["state"], answer.json["replayed"]) == (200, "pending", True)
    again = ask("POST", f"{PATH}/{events[0]}/replay", as_role="manager")
    assert again.status_code == 409


def test_all_that_fit_are_replayed_and_counted(ask: Ask, events: list[int]) -> None:
    answer = ask("POST", f"{PATH}/replay", as_role="manager", json={"state": "dead"})
    assert answer.json == {"replayed": 2, "left": 0}
    assert states() == ["pending", "applied", "parked", "pending"]


def test_a_replay_of_many_is_limited_and_says_what_is_left(ask: Ask, events: list[int]) -> None:
    answer = ask("POST", f"{PATH}/replay", as_role="manager", json={"state": "dead", "limit": 1})
    assert answer.json == {"replayed": 1, "left": 1}
    assert states() == ["pending", "applied", "parked", "dead"]


@pytest.mark.parametrize(
    "body", [{}, {"state": "pending"}, {"state": "dead", "limit": 1001}, {"state": "dead", "x": 1}]
)
def test_a_replay_without_a_proper_filter_is_refused(ask: Ask, events: list[int], body: dict[str, object]) -> None:
    assert ask("POST", f"{PATH}/replay", as_role="manager", json=body).status_code == 422
    assert "pending" not in states()


def test_to_another_shop_none_of_them_is_there(ask: Ask, events: list[int], stranger: User) -> None:
    assert ask("GET", PATH, user=stranger).json["total"] == 0
    assert ask("GET", f"{PATH}/{events[0]}", user=stranger).status_code == 404
    assert ask("POST", f"{PATH}/{events[0]}/replay", user=stranger).status_code == 404
    assert ask("POST", f"{PATH}/replay", user=stranger, json={"state": "dead"}).json["replayed"] == 0
    assert "pending" not in states()


def test_a_superadmin_chooses_the_shop(ask: Ask, events: list[int], other_shop: Shop) -> None:
    add(make_event, other_shop)
    assert ask("GET", f"{PATH}?shop_id={other_shop.id}", as_role="superadmin").json["total"] == 1
    assert ask("GET", PATH, as_role="superadmin").json["total"] == 4


def test_each_names_the_order_it_is_about(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        order = make_order(session, shop)
        make_link(session, order, 77)
        mine, known = order.id, make_event(session, shop, bitrix_id=77).id
        make_event(session, shop, bitrix_id=78)
    listed = ask("GET", PATH, as_role="manager").json["items"]
    assert [item["local_id"] for item in listed] == [None, mine]
    assert ask("GET", f"{PATH}/{known}", as_role="manager").json["local_id"] == mine
