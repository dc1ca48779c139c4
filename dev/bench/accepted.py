"""Webhooks accepted per second, in turn with a bare route of the same server and bare commits of the database."""

from collections.abc import Awaitable, Callable
from typing import Any

from dev.bench import calls, inbox, rows
from dev.bench.commits import TABLE, commits
from dev.bench.figures import Load, spread, summary
from dev.bench.house import House
from dev.bench.load import flat_out
from dev.bench.loop import run
from dev.bench.sizes import Sizes


class Unanswered(RuntimeError):
    """A call had another answer than 200: then its time says nothing."""


def measure(house: House, sizes: Sizes) -> dict[str, Any]:
    """Each round one burst of each; before the next one the workers catch up, so that it meets an idle house."""
    connections, seconds = sizes.connections, sizes.round_s
    with house.database() as cursor:
        first = rows.add_orders(cursor, sizes.orders)
        cursor.execute(TABLE)
        events = calls.webhooks(first, sizes.orders, house.secret)
        bursts: dict[str, Callable[[], Awaitable[Load]]] = {
            "bare_route": lambda: flat_out(house.port, calls.bare(), connections, seconds),
            "webhooks": lambda: flat_out(house.port, events, connections, seconds),
            "commits": lambda: commits(house.postgres.url(), connections, seconds),
        }
        loads: dict[str, list[Load]] = {name: [] for name in bursts}
        for number in range(sizes.rounds + 1):
            for name, burst in bursts.items():
                load = _checked(name, run(burst))
                inbox.wait_until_empty(cursor)
                if number:  # the first round warms up: imports, connections, pages
                    loads[name].append(load)
    return _figures(loads)


def _checked(name: str, load: Load) -> Load:
    if set(load.outcomes) != {200}:
        raise Unanswered(f"{name}: {dict(load.outcomes)}")
    return load


def _figures(loads: dict[str, list[Load]]) -> dict[str, Any]:
    figures: dict[str, Any] = {name: summary(of_one) for name, of_one in loads.items()}
    for other in ("bare_route", "commits"):
        pairs = zip(loads["webhooks"], loads[other], strict=True)
        figures[f"of_{other}"] = spread([ours.per_s / theirs.per_s for ours, theirs in pairs])
    figures["p99_of_bare_route"] = round(figures["webhooks"]["p99_ms"] / figures["bare_route"]["p99_ms"], 2)
    return figures
