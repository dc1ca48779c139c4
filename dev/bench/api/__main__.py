"""`python -m dev.bench.api [--quick] [--json]`: measure, print a table, keep `.dev/bench-api.json`."""

import argparse
import os
import platform
import sys
import time
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from dev.bench.api import speed, verdicts
from dev.bench.api.house import ApiHouse
from dev.bench.api.routes import routes
from dev.bench.api.sizes import FULL, QUICK, Sizes
from dev.bench.report import as_json, save, verdict

FILE = Path(".dev/bench-api.json")


def main() -> None:
    options = _options()
    figures = run(QUICK if options.quick else FULL)
    save(figures, FILE)
    if options.json:
        print(as_json(figures))
    else:
        show(figures)


def run(sizes: Sizes) -> dict[str, Any]:
    """Figures by route with their verdicts, the slowest statement's plan, and where and when they were taken."""
    figures: dict[str, Any] = {
        "at": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "machine": {"cores": os.cpu_count(), "system": platform.platform(), "load": round(os.getloadavg()[0], 2)},
        "sizes": vars(sizes),
    }
    _say("starting the house, making its rows")
    with ApiHouse(sizes) as house:
        with house.database() as cursor:
            asked = routes(cursor)
        _say("plans")
        plans = house.measured("dev.bench.api.plans")
        _say("speed")
        figures["routes"] = speed.measure(house.port, asked, house.token(), sizes)
    for route in asked:
        figures["routes"][route.name] |= verdicts.judged(route, figures["routes"][route.name], plans[route.name])
    return figures | {"slowest": verdicts.slowest(plans)}


def show(figures: dict[str, Any]) -> None:
    table = Table("route", "p50", "p95", "p50, p95 / bare", "SQL", "slowest SQL", "", title=verdicts.EXPECTED)
    for name, route in figures["routes"].items():
        ratio = f"{route['p50_of_bare']['median']:g}, {route['p95_of_bare']['median']:g}"
        sql, held = "", ""
        if "statements" in route:
            sql, held = f"{route['statements']}", verdict(not route["missed"])
        slowest = f"{route['slowest_ms']:g} ms" if "slowest_ms" in route else ""
        missed = " ".join([held, *route.get("missed", ())])
        table.add_row(name, f"{route['p50_ms']:g} ms", f"{route['p95_ms']:g} ms", ratio, sql, slowest, missed)
    console = Console()
    console.print(table)
    slowest = figures["slowest"]
    console.print(f"The slowest statement, of {slowest['path']}:\n{slowest['text']}", markup=False, soft_wrap=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m dev.bench.api", description="How quick the API is here.")
    parser.add_argument("--quick", action="store_true", help="small numbers: whether it works, not how fast it is")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON instead of a table")
    return parser.parse_args()


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr)


if __name__ == "__main__":
    main()
