"""The figures for people and for programs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

Figures = dict[str, Any]
Row = tuple[str, str, str, str]


def save(figures: Figures, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(as_json(figures) + "\n")


def as_json(figures: Figures) -> str:
    return json.dumps(figures, indent=2)


def show(figures: Figures) -> None:
    """One table; a figure that was not measured is left out."""
    table = Table("figure", "measured", "expected", "", title="Speed, as ratios of one run")
    for name, lines in LINES.items():
        if name in figures:
            for line in lines(figures[name]):
                table.add_row(*line)
            table.add_section()
    Console().print(table)


def _accepted(figures: Figures) -> Iterator[Row]:
    for name, title in (("bare_route", "bare route"), ("webhooks", "webhooks"), ("commits", "bare commits")):
        load = figures[name]
        yield title, f"{load['per_s']:,.0f}/s, p50 {load['p50_ms']:g} ms, p99 {load['p99_ms']:g} ms", "", ""
    ratio = figures["of_bare_route"]
    yield "webhooks / bare route", _spread(ratio), "≥ 0.45, aim 0.6", verdict(ratio["median"] >= 0.45)
    yield "webhooks / bare commits", _spread(figures["of_commits"]), "", ""
    p99 = figures["p99_of_bare_route"]
    yield "p99 webhooks / bare route", f"{p99:g}", "≤ 4", verdict(p99 <= 4)


def _applied(figures: Figures) -> Iterator[Row]:
    median, p95 = figures["median_ms"], figures["p95_ms"]
    said = f"median {median:g} ms, p95 {p95:g} ms"
    yield f"received → applied at {figures['per_s']:g}/s", said, "median ≤ 50 ms", verdict(median <= 50)


def _drained(figures: Figures) -> Iterator[Row]:
    rate = figures["per_s"]
    title = f"backlog of {figures['events']:,} over {figures['orders']:,} orders"
    yield title, f"{rate:,.0f}/s ({figures['seconds']:g} s)", "≥ 2,000/s", verdict(rate >= 2000)


def _pushed(figures: Figures) -> Iterator[Row]:
    said = f"{figures['per_s']:g}/s of {figures['ideal_per_s']:g}/s, {figures['of_ideal']:g}"
    yield "product pushes / ideal", said, "", ""


def _memory(figures: Figures) -> Iterator[Row]:
    for name, part in figures.items():
        yield f"memory of {name}", f"{part['mb']:g} MB in {part['processes']:g}", "", ""


def _spread(ratio: Figures) -> str:
    return f"{ratio['median']:g} ({ratio['min']:g} to {ratio['max']:g})"


def verdict(yes: bool) -> str:
    return "[green]held[/]" if yes else "[red]missed[/]"


LINES = {
    "accepted": _accepted,
    "applied": _applied,
    "drained": _drained,
    "pushed": _pushed,
    "memory": _memory,
}
