"""`python -m dev.bench [FIGURE ...] [--quick] [--json]`: measure, print a table, keep `.dev/bench.json`."""

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dev.bench import accepted, applied, drained, memory, pushed, report
from dev.bench.house import House
from dev.bench.sizes import FULL, QUICK, Sizes
from dev.simulator.process import SimulatorProcess

MEASURES: dict[str, Callable[[House, Sizes], dict[str, Any]]] = {
    "accepted": accepted.measure,
    "applied": applied.measure,
    "drained": drained.measure,
    "pushed": pushed.measure,
    "memory": memory.measure,
}
FILE = Path(".dev/bench.json")


def main() -> None:
    options = _options()
    figures = run(QUICK if options.quick else FULL, options.figures or list(MEASURES))
    report.save(figures, FILE)
    if options.json:
        print(report.as_json(figures))
    else:
        report.show(figures)


def run(sizes: Sizes, names: Sequence[str]) -> dict[str, Any]:
    """The figures by name, and where and when they were taken."""
    figures: dict[str, Any] = {
        "at": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "machine": {"cores": os.cpu_count(), "system": platform.platform(), "load": round(os.getloadavg()[0], 2)},
        "sizes": vars(sizes),
    }
    _say("starting the house")
    site = SimulatorProcess(seed_products=2 * sizes.pushes, seed_orders=20, cities="almaty")
    with House(site) as house:
        for name in names:
            _say(name)
            figures[name] = MEASURES[name](house, sizes)
    return figures


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m dev.bench", description="How fast the product is here.")
    parser.add_argument("figures", nargs="*", choices=[*MEASURES, []], help="which; all if none is named")
    parser.add_argument("--quick", action="store_true", help="small numbers: whether it works, not how fast it is")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON instead of a table")
    return parser.parse_args()


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr)


if __name__ == "__main__":
    main()
