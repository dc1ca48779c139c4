"""Orders in another sequence than newest first."""

from datetime import UTC, date, datetime

import pytest

from models import Shop, begin
from tests.queries import watched
from tests.shopfloor import make_order
from tests.web.conftest import Ask, Staff, add


@pytest.fixture
def orders(shop: Shop) -> None:
    days = {"a": date(2026, 5, 2), "b": None, "c": date(2026, 5, 1), "d": date(2026, 5, 2)}
    for hour, (number, day) in enumerate(days.items()):
        add(make_order, shop, number=number, delivery_date=day, created_at=datetime(2026, 4, 1, hour, tzinfo=UTC))


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("-created_at", "dcba"),
        ("created_at", "abcd"),
        ("delivery_date", "cadb"),
        ("-delivery_date", "bdac"),
    ],
)
def test_pages_follow_one_another(ask: Ask, orders: None, sort: str, expected: str) -> None:
    seen = ""
    for page in (1, 2, 3):
        answer = ask("GET", f"/orders/?sort={sort}&limit=2&page={page}", as_role="florist").json
        seen += "".join(item["number"] for item in answer["items"])
        assert answer["total"] == 4
    assert seen == expected


def test_a_cursor_is_for_newest_first_alone(ask: Ask, orders: None) -> None:
    first = ask("GET", "/orders/?limit=2", as_role="florist").json
    rest = ask("GET", f"/orders/?sort=-created_at&limit=2&cursor={first['next']}", as_role="florist").json
    assert [item["number"] for item in rest["items"]] == ["b", "a"]
    assert ask("GET", "/orders/?sort=created_at&limit=2", as_role="florist").json["next"] is None
    answer = ask("GET", f"/orders/?sort=created_at&cursor={first['next']}", as_role="florist")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["cursor"])


def test_another_word_is_refused(ask: Ask, shop: Shop) -> None:
    for sort in ("total", "id; DROP", ""):
        answer = ask("GET", f"/orders/?sort={sort}", as_role="florist")
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["sort"])


@pytest.mark.parametrize("sort", ["-created_at", "created_at", "delivery_date"])
def test_a_longer_list_costs_no_more_queries(ask: Ask, shop: Shop, staff: Staff, sort: str) -> None:
    staff("manager")
    counts = []
    for _ in range(2):
        with begin() as session:
            for _ in range(5):
                make_order(session, shop)
        with watched() as statements:
            assert ask("GET", f"/orders/?limit=100&sort={sort}", as_role="manager").status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 10
