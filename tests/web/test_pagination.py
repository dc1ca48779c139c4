"""Lists, newest first, by cursor or by page."""

import base64
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from models import Shop, begin
from tests.shopfloor import make_product
from tests.web.conftest import Ask

MOMENT = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def ids(shop: Shop) -> list[int]:
    """Seven products of one moment, newest first: only the id tells them apart."""
    with begin() as session:
        return [make_product(session, shop, str(n), created_at=MOMENT, tags=["a"]).id for n in range(7)][::-1]


@pytest.fixture(params=["/products/?", "/products/?tags=a&"])
def path(request: Any) -> str:
    """Rows that an index gives in their order, and rows that are found first."""
    return str(request.param)


def shown(answer: Any) -> list[int]:
    return [item["id"] for item in answer.json["items"]]


def test_a_list_has_exactly_items_total_and_next(ask: Ask, ids: list[int]) -> None:
    answer = ask("GET", "/products/")
    assert list(answer.json) == ["items", "total", "next"]
    assert (shown(answer), answer.json["total"], answer.json["next"]) == (ids, 7, None)


def test_the_cursor_walks_through_all_once(ask: Ask, ids: list[int], path: str) -> None:
    seen, cursor, total = [], "", []
    while cursor is not None:
        answer = ask("GET", f"{path}limit=3&cursor={cursor}")
        seen += shown(answer)
        total.append(answer.json["total"])
        cursor = answer.json["next"]
    assert seen == ids
    assert total == [7, 7, 7]


def test_next_is_null_when_the_last_page_is_full(ask: Ask, ids: list[int]) -> None:
    assert ask("GET", "/products/?limit=7").json["next"] is None


def test_what_comes_meanwhile_neither_repeats_nor_hides(ask: Ask, ids: list[int], shop: Shop) -> None:
    first = ask("GET", "/products/?limit=3")
    with begin() as session:
        make_product(session, shop, "new")
    assert shown(ask("GET", f"/products/?limit=4&cursor={first.json['next']}")) == ids[3:]


def test_pages_for_tables(ask: Ask, ids: list[int], path: str) -> None:
    pages = [shown(ask("GET", f"{path}limit=3&page={page}")) for page in (1, 2, 3, 4)]
    assert pages == [ids[:3], ids[3:6], ids[6:], []]


def test_a_page_can_be_followed_by_its_cursor(ask: Ask, ids: list[int]) -> None:
    second = ask("GET", "/products/?limit=3&page=2")
    assert shown(ask("GET", f"/products/?limit=3&cursor={second.json['next']}")) == ids[6:]


@pytest.mark.parametrize("cursor", ["x", "%00", "e30", "WzEsMl0", "WyIyMDI2IiwgMV0=", "a" * 201, "ШИШ", "bnVsbA"])
def test_a_cursor_of_nobodys_is_named(ask: Ask, shop: Shop, cursor: str) -> None:
    answer = ask("GET", f"/products/?cursor={cursor}")
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == ["cursor"]


@pytest.mark.parametrize(("moment", "status"), [("0001-01-01T00:00+14:00", 422), ("2026-11-01T00:00+22:43", 200)])
def test_a_forged_moment_is_a_time_of_ours_or_refused(ask: Ask, shop: Shop, moment: str, status: int) -> None:
    cursor = base64.urlsafe_b64encode(json.dumps([moment, 1]).encode()).decode()
    assert ask("GET", f"/products/?cursor={cursor}").status_code == status


def test_the_largest_page_is_a_hundred(ask: Ask, shop: Shop) -> None:
    assert ask("GET", "/products/?limit=100").status_code == 200
    assert ask("GET", "/products/?limit=101").status_code == 422
