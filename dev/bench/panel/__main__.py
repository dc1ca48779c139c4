"""`python -m dev.bench.panel [--quick] [--json]`: measure, print a table, keep `.dev/bench-panel.json`."""

import argparse
import os
import platform
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

from dev.bench.api.house import ApiHouse
from dev.bench.api.sizes import FULL, QUICK, Sizes
from dev.bench.panel import visits
from dev.bench.report import as_json, save, verdict
from dev.panel import chromium
from dev.panel.places import Places
from dev.reaper import ROOT

FILE = Path(".dev/bench-panel.json")
MOST_MS = {"LCP": 1000, "INP": 200}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m dev.bench.panel", description="How quick the panel is here.")
    parser.add_argument("--quick", action="store_true", help="few rows, few visits: whether it works")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON instead of a table")
    options = parser.parse_args()
    lacking = chromium.lacking()
    if lacking or not Places(ROOT).dist.exists():
        sys.exit(lacking or "the panel is not built (make panel)")
    figures = run(QUICK, 2) if options.quick else run(FULL, 7)
    save(figures, FILE)
    if options.json:
        print(as_json(figures))
    else:
        show(figures)


def run(sizes: Sizes, times: int) -> dict[str, Any]:
    """Milliseconds by what was done, with where and under which load they were taken."""
    _say(f"making {sizes.orders:,} orders")
    with ApiHouse(sizes) as house, sync_playwright() as playwright, chromium.launch(playwright) as browser:
        _say("visiting")
        visits.visit(browser, house.url)  # the servers' own first time
        seen = [visits.visit(browser, house.url) for _ in range(times)]
    return {
        "at": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "machine": {"cores": os.cpu_count(), "system": platform.platform(), "load": round(os.getloadavg()[0], 2)},
        "sizes": vars(sizes),
        "visits": times,
        "ms": {name: [visit[name] for visit in seen] for name in seen[0]},
    }


def show(figures: dict[str, Any]) -> None:
    title = f"{figures['sizes']['orders']:,} orders, {figures['visits']} visits, load {figures['machine']['load']}"
    table = Table("", "median", "worst", "at most", "", title=title)
    for name, ms in figures["ms"].items():
        most = MOST_MS["LCP" if name == visits.LCP else "INP"]
        median, worst = statistics.median(ms), max(ms)
        table.add_row(name, f"{median:.0f} ms", f"{worst:.0f} ms", f"{most} ms", verdict(median < most))
    Console().print(table)


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr)


if __name__ == "__main__":
    main()
