"""Faults on calls: each kind, and how they are chosen."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from dev.simulator.control import Florist
from tests.dev.simulator.literals import CREATE_ORDER
from tests.dev.simulator.visitor import Visitor

LIST = "GET /api/v2/orders/"
NONSENSE: list[dict[str, Any]] = [
    {"kind": "nonsense"},
    {"kind": "rate_limit", "rate": "fast"},
    {"kind": "slow", "delay": 5},
]
DETAIL = "GET /api/v2/orders/detail"


@pytest.fixture
def shop(florist: Florist) -> Florist:
    """A site with ten new orders, numbers 1 to 10."""
    florist.bulk([{"order": number, "create": True} for number in range(1, 11)])
    return florist


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_the_site_fails(site: Visitor, shop: Florist, status: int) -> None:
    shop.fault(f"http_{status}")
    assert site.get("/orders/").status_code == status


def test_the_site_says_when_to_come_back(site: Visitor, shop: Florist) -> None:
    shop.fault("http_429", retry_after=7)
    answer = site.get("/orders/")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")


@pytest.mark.parametrize("status", [200, 502])
def test_the_site_answers_in_html(site: Visitor, shop: Florist, status: int) -> None:
    shop.fault("html", status=status)
    answer = site.get("/orders/")
    assert (answer.status_code, answer.text[:6]) == (status, "<html>")


def test_the_site_answers_200_and_false(site: Visitor, shop: Florist) -> None:
    shop.fault("ok_false")
    answer = site.get("/orders/")
    assert (answer.status_code, answer.json()["status"], answer.json()["success"]) == (200, False, False)


def test_a_refused_write_is_not_done(site: Visitor, shop: Florist) -> None:
    shop.fault("http_503")
    site.send("PATCH", "/orders/1/status/", json={"status": "PAID"})
    assert shop.order(1)["status"] == "N"


def test_a_reset_call_is_not_done(site: Visitor, shop: Florist) -> None:
    shop.fault("reset")
    with pytest.raises(requests.ConnectionError):
        site.send("PATCH", "/orders/1/status/", json={"status": "PAID"})
    assert shop.order(1)["status"] == "N"


def test_an_order_is_created_though_the_answer_is_lost(site: Visitor, florist: Florist) -> None:
    florist.create_product(id=698875)
    florist.fault("lose_answer", "POST /api/v2/orders/create", count=1)
    with pytest.raises(requests.ConnectionError):
        site.send("POST", "/orders/create/", json=CREATE_ORDER)
    assert site.send("POST", "/orders/create/", json=CREATE_ORDER).json()["duplicate"] is True
    assert florist.state()["orders"]["all"] == 1


def test_an_answer_is_held_and_never_comes(site: Visitor, shop: Florist) -> None:
    shop.fault("timeout", hold_ms=50)
    with pytest.raises(requests.ConnectionError):
        site.get("/orders/")
    assert shop.log()[-1]["status"] is None


@pytest.mark.parametrize(("kind", "seen"), [("slow", "accepted"), ("late", "new")])
def test_a_slow_call_reads_after_its_wait_and_a_late_one_before(
    site: Visitor, shop: Florist, kind: str, seen: str
) -> None:
    shop.fault(kind, DETAIL, delay_ms=60_000)
    with ThreadPoolExecutor(1) as caller:
        answer = caller.submit(site.get, "/orders/detail/", id=1)
        shop.wait_for_calls(1)
        shop.change_order(1, status="AP")
        shop.clear_faults()
        assert answer.result().json()["data"]["status_key"] == seen


@pytest.mark.parametrize("honest", [False, True])
def test_a_body_breaks_off(site: Visitor, shop: Florist, honest: bool) -> None:
    shop.fault("truncated_body", honest_length=honest)
    broken: type[Exception] = ValueError if honest else requests.exceptions.ChunkedEncodingError
    with pytest.raises(broken):
        site.get("/orders/").json()


def test_a_page_comes_empty_though_rows_are_promised(site: Visitor, shop: Florist) -> None:
    shop.fault("empty_page", LIST)
    page = site.page("/orders/")
    assert (page["data"], page["pagination"]["total"]) == ([], 10)


def test_a_page_has_fewer_rows_than_promised(site: Visitor, shop: Florist) -> None:
    shop.fault("truncated_page", LIST, rows=4)
    page = site.page("/orders/")
    assert (len(page["data"]), page["pagination"]["total"]) == (6, 10)


def test_a_page_repeats_rows(site: Visitor, shop: Florist) -> None:
    shop.fault("repeat_rows", LIST, rows=2)
    assert site.ids("/orders/", limit=5) == [10, 9, 8, 10, 9]


def test_rows_move_between_pages(site: Visitor, shop: Florist) -> None:
    shop.fault("move_rows", LIST, rows=2, count=1)
    assert site.ids("/orders/", limit=3) == [8, 7, 6]
    assert site.ids("/orders/", limit=3) == [10, 9, 8]


def test_the_city_is_forgotten(site: Visitor, shop: Florist) -> None:
    shop.fault("forget_city", LIST)
    assert site.page("/orders/")["pagination"]["total"] == 0


def test_a_detail_is_some_versions_old(site: Visitor, shop: Florist) -> None:
    shop.change_order(1, status="AP")
    shop.change_order(1, status="CO")
    shop.fault("stale_detail", DETAIL, versions=2)
    assert site.get("/orders/detail/", id=1).json()["data"]["status_key"] == "new"


def test_a_detail_is_some_time_old(site: Visitor, shop: Florist) -> None:
    fault = shop.fault("stale_detail", DETAIL, ms=60_000)
    assert site.get("/orders/detail/", id=1).status_code == 404
    shop.clear_faults(fault)
    assert site.get("/orders/detail/", id=1).status_code == 200


def test_a_stale_detail_still_shows_what_was_deleted(site: Visitor, shop: Florist) -> None:
    shop.delete_order(1)
    assert site.get("/orders/detail/", id=1).status_code == 404
    shop.fault("stale_detail", DETAIL)
    assert site.get("/orders/detail/", id=1).status_code == 200


def test_a_bucket_that_overflows_refuses(site: Visitor, shop: Florist) -> None:
    shop.fault("rate_limit", rate=0.01, burst=3)
    answers = [site.get("/orders/") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert int(answers[-1].headers["Retry-After"]) > 1
    assert shop.calls()["GET /api/v2/orders/"]["rate_limit"] == 2


def test_a_fault_strikes_its_route_only(site: Visitor, shop: Florist) -> None:
    shop.fault("http_503", DETAIL)
    assert site.get("/orders/").status_code == 200
    assert site.get("/orders/detail/", id=1).status_code == 503


def test_a_fault_strikes_as_often_as_it_is_told(site: Visitor, shop: Florist) -> None:
    shop.fault("http_503", count=2)
    assert [site.get("/orders/").status_code for _ in range(3)] == [503, 503, 200]


def test_the_same_seed_strikes_the_same_calls(site: Visitor, shop: Florist) -> None:
    def run() -> list[int]:
        shop.clear_faults()
        shop.fault("http_503", percent=30, seed=5)
        return [site.get("/orders/", limit=1).status_code for _ in range(30)]

    first = run()
    assert run() == first
    assert 0 < first.count(503) < 30


def test_faults_combine(site: Visitor, shop: Florist) -> None:
    shop.fault("slow", delay_ms=1)
    shop.fault("repeat_rows", rows=1)
    shop.fault("truncated_page", rows=1)
    assert site.ids("/orders/", limit=3) == [10, 9]
    assert shop.log()[-1]["faults"] == ["slow", "repeat_rows", "truncated_page"]


def test_faults_are_listed_with_their_strikes_and_cleared(site: Visitor, shop: Florist) -> None:
    fault = shop.fault("slow", LIST, percent=100, delay_ms=1)
    site.get("/orders/")
    [listed] = shop.faults()
    assert (listed["id"], listed["kind"], listed["route"], listed["struck"]) == (fault, "slow", LIST, 1)
    assert listed["params"] == {"delay_ms": 1}
    shop.clear_faults()
    assert shop.faults() == []


@pytest.mark.parametrize("spec", NONSENSE)
def test_a_fault_that_makes_no_sense_is_refused(florist: Florist, spec: dict[str, Any]) -> None:
    with pytest.raises(requests.HTTPError):
        florist.fault(**spec)
    assert florist.faults() == []
