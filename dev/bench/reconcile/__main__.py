"""Measure, print a table, keep `.dev/bench-reconcile.json`. Sizes that are not given are those of `sizes`.

python -m dev.bench.reconcile [--compared N ...] [--staged N ...] [--quick] [--json]
"""

import argparse
import os
import platform
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from dev.bench.reconcile import prepared, verdicts, whole
from dev.bench.reconcile.house import ComparingHouse
from dev.bench.reconcile.sizes import FULL, QUICK, Sizes
from dev.bench.reconcile.verdicts import Line
from dev.bench.report import as_json, save, verdict

FILE = Path(".dev/bench-reconcile.json")


def main() -> None:
    options = _options()
    sizes = QUICK if options.quick else FULL
    figures = run(replace(sizes, **{name: tuple(given) for name, given in _given(options)}))
    save(figures, FILE)
    if options.json:
        print(as_json(figures))
    else:
        show([Line(**line) for line in figures["lines"]])


def run(sizes: Sizes) -> dict[str, Any]:
    """The figures by number of rows, the same as lines with verdicts, and where and when they were taken."""
    figures: dict[str, Any] = {
        "at": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "machine": {"cores": os.cpu_count(), "system": platform.platform(), "load_before": os.getloadavg()},
        "priority": os.nice(0),
        "whole": {},
        "prepared": {},
    }
    _say("starting the house")
    with ComparingHouse() as house, house.database() as cursor:
        for count in sizes.compared:
            _say(f"{count:,} orders and products")
            figures["whole"][str(count)] = whole.measure(house, cursor, count)
        for count in sizes.staged:
            _say(f"{count:,} prepared rows")
            figures["prepared"][str(count)] = prepared.measure(house, cursor, count)
    figures["machine"]["load_after"] = os.getloadavg()
    lines = [*verdicts.of_whole(figures["whole"]), *verdicts.of_prepared(figures["prepared"])]
    figures["lines"] = [line._asdict() for line in lines]
    return figures


def show(lines: list[Line]) -> None:
    table = Table("figure", "measured", "expected", "", title="Comparing and repairing")
    for line in lines:
        table.add_row(line.figure, line.measured, line.expected, "" if line.held is None else verdict(line.held))
    Console().print(table)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m dev.bench.reconcile", description="How fast two sides agree.")
    parser.add_argument("--compared", nargs="*", type=int, help="how many orders, and products, of whole runs")
    parser.add_argument("--staged", nargs="*", type=int, help="how many prepared rows, such as 1000000 (minutes)")
    parser.add_argument("--quick", action="store_true", help="small numbers: whether it works, not how fast it is")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON instead of a table")
    return parser.parse_args()


def _given(options: argparse.Namespace) -> Iterator[tuple[str, list[int]]]:
    for name in ("compared", "staged"):
        if (sizes := getattr(options, name)) is not None:
            yield name, sizes


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr)


if __name__ == "__main__":
    main()
