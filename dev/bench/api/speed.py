"""Bursts of every route in turn with bursts of the bare one."""

from collections.abc import Iterator, Sequence
from typing import Any

from dev.bench import calls
from dev.bench.accepted import Unanswered
from dev.bench.api.routes import Route, requests
from dev.bench.api.sizes import Sizes
from dev.bench.figures import Load, percentile, spread
from dev.bench.load import flat_out
from dev.bench.loop import run

BARE = "bare route"


def measure(port: int, asked: Sequence[Route], token: str, sizes: Sizes) -> dict[str, dict[str, Any]]:
    """Figures by name of the route, the bare one first. The first round warms up: imports, connections, pages."""
    loads: dict[str, list[Load]] = {BARE: [], **{route.name: [] for route in asked}}
    for number in range(sizes.rounds + 1):
        for name, sent in _all(asked, token):
            load = run(lambda: flat_out(port, sent, sizes.connections, sizes.round_s))  # noqa: B023
            if set(load.outcomes) != {200}:
                raise Unanswered(f"{name}: {dict(load.outcomes)}")
            if number:
                loads[name].append(load)
    return {name: _figures(of_one, loads[BARE]) for name, of_one in loads.items()}


def _all(asked: Sequence[Route], token: str) -> Iterator[tuple[str, Iterator[bytes]]]:
    yield BARE, calls.bare()
    for route in asked:
        yield route.name, requests(route, token)


def _figures(loads: Sequence[Load], bare: Sequence[Load]) -> dict[str, Any]:
    figures: dict[str, Any] = {"per_s": round(sum(load.per_s for load in loads) / len(loads), 1)}
    for percent in (50, 95):
        of_each = [percentile(load.latencies, percent) for load in loads]
        of_bare = [percentile(load.latencies, percent) for load in bare]
        together = [latency for load in loads for latency in load.latencies]
        figures[f"p{percent}_ms"] = round(percentile(together, percent) * 1000, 2)
        figures[f"p{percent}_of_bare"] = spread(
            [ours / theirs for ours, theirs in zip(of_each, of_bare, strict=True)]
        )
    return figures
