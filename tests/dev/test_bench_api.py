"""`make bench-api`, in small; and that each of its verdicts can be the other one."""

from pathlib import Path
from typing import Any

import pytest

from dev.bench.api import verdicts
from dev.bench.api.plans import walks as tables_walked
from dev.bench.api.routes import Route
from tests.dev.quick import quick

LIST, ONE = Route("orders", ["/orders/"]), Route("order", ["/orders/1"], is_list=False)
PLAN = {"statement": "SELECT 1", "ms": 2.0, "walks": [], "text": "Result"}


def missed(route: Route, ratio: float, statements: int = 5, walks: tuple[str, ...] = ()) -> Any:
    asked = [{"path": "/", "statements": statements, "plans": [PLAN, PLAN | {"walks": list(walks), "ms": 1.0}]}]
    return verdicts.judged(route, {"p95_of_bare": {"median": ratio}}, asked)["missed"]


@pytest.mark.promise
@pytest.mark.timeout(300)
def test_every_route_is_measured_and_its_statements_are_few(tmp_path: Path) -> None:
    figures = quick("dev.bench.api", "bench-api.json", tmp_path)
    routes = figures["routes"]
    assert routes.pop("bare route")["p95_of_bare"]["median"] == 1
    assert len(routes) >= 10
    for name, route in routes.items():
        assert 0 < route["p50_ms"] <= route["p95_ms"], name
        assert 1 <= route["statements"] <= verdicts.MOST_STATEMENTS, name
    assert figures["slowest"]["text"]


def test_a_route_as_expected_has_missed_nothing() -> None:
    assert missed(LIST, 6) == missed(ONE, 60) == []


def test_each_expectation_can_be_missed() -> None:
    assert missed(LIST, 6.1) == ["6.1 × bare"]
    assert missed(ONE, 1, statements=11) == ["11 statements"]
    assert missed(ONE, 1, walks=("product", "order")) == ["reads all of order, product"]


def test_the_slowest_statement_is_found_with_its_path() -> None:
    plans = {"a": [{"path": "/a", "statements": 1, "plans": [PLAN, PLAN | {"ms": 9.0}]}], "b": [{"plans": []}]}
    assert (verdicts.slowest(plans)["path"], verdicts.slowest(plans)["ms"]) == ("/a", 9.0)


def test_a_large_table_that_is_read_from_end_to_end_is_named() -> None:
    large = {"Node Type": "Seq Scan", "Relation Name": "order", "Actual Rows": 1, "Rows Removed by Filter": 1_000}
    small = {"Node Type": "Seq Scan", "Relation Name": "shop", "Actual Rows": 3}
    index = {"Node Type": "Index Scan", "Relation Name": "client", "Actual Rows": 9_000}
    assert tables_walked({"Node Type": "Sort", "Actual Rows": 1, "Plans": [large, small, index]}) == {"order"}
