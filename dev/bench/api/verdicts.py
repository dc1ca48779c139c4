"""What was measured of a route beside what is expected."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dev.bench.api.routes import Route

MOST_OF_BARE = 6  # a list's p95, in bare routes
MOST_STATEMENTS = 10
EXPECTED = f"Lists ≤ {MOST_OF_BARE} × bare at p95, ≤ {MOST_STATEMENTS} statements, no table read from end to end"

Asked = Sequence[Mapping[str, Any]]


def judged(route: Route, speed: Mapping[str, Any], asked: Asked) -> dict[str, Any]:
    """What its statements were, and in `missed` each expectation that did not hold, in words."""
    statements = max(one["statements"] for one in asked)
    slowest = max((plan for one in asked for plan in one["plans"]), key=lambda plan: plan["ms"])
    return {
        "statements": statements,
        "slowest_ms": slowest["ms"],
        "missed": list(_missed(route, speed["p95_of_bare"]["median"], statements, asked)),
    }


def slowest(plans: Mapping[str, Asked]) -> dict[str, Any]:
    """The plan that took longest, and the path that it is of."""
    every = [plan | {"path": one["path"]} for asked in plans.values() for one in asked for plan in one["plans"]]
    return max(every, key=lambda plan: float(plan["ms"]))


def _missed(route: Route, ratio: float, statements: int, asked: Asked) -> Iterator[str]:
    if route.is_list and ratio > MOST_OF_BARE:
        yield f"{ratio:g} × bare"
    if statements > MOST_STATEMENTS:
        yield f"{statements} statements"
    if walked := sorted({table for one in asked for plan in one["plans"] for table in plan["walks"]}):
        yield f"reads all of {', '.join(walked)}"
