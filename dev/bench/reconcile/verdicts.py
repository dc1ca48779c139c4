"""What was measured beside what is expected."""

import itertools
from collections.abc import Iterator
from typing import Any, NamedTuple

Figures = dict[str, Any]

MOST_OF_BARE_JOIN = 1.5
MOST_PAGE_MS = 5
FEWEST_ROWS_PER_S = 200_000
MOST_MB = 150
MOST_GROWTH = 1.25  # of what is linear or flat, from one size to the next ten times as large


class Line(NamedTuple):
    """`held` is None where nothing is expected."""

    figure: str
    measured: str
    expected: str = ""
    held: bool | None = None


def of_whole(by_size: Figures) -> Iterator[Line]:
    """Lines of whole runs: figures by number of rows, then by kind."""
    for size, by_kind in by_size.items():
        for kind, figures in by_kind.items():
            yield from _of_run(f"{int(size):,} {kind}", figures)
    sizes = list(by_size)
    for smaller, larger in itertools.pairwise(sizes):
        per_row = [_seconds(by_size[size]) / int(size) for size in (smaller, larger)]
        name = f"time per row, {int(larger):,} ÷ {int(smaller):,}"
        yield _at_most(name, round(per_row[1] / per_row[0], 2), MOST_GROWTH)


def of_prepared(by_size: Figures) -> Iterator[Line]:
    """Lines of rows that were only staged and compared."""
    for size, figures in by_size.items():
        name, bare = f"{int(size):,} prepared", figures["bare_join_s"]
        yield Line(
            f"{name}: COPY, latest copies, compare",
            f"{figures['copy_s']:g} s, {figures['merge_s']:g} s, {figures['compare_s']:g} s; bare join {bare:g} s",
        )
        yield _at_most(f"{name}: compare ÷ bare join", round(figures["compare_s"] / bare, 2), MOST_OF_BARE_JOIN)
        rate = figures["rows_per_s"]
        held = rate >= FEWEST_ROWS_PER_S
        yield Line(f"{name}: staged and compared", f"{rate:,}/s", f"≥ {FEWEST_ROWS_PER_S:,}/s", held)
        yield _at_most(f"{name}: memory of the process", figures["peak_mb"], MOST_MB, " MB")
    if len(peaks := [figures["peak_mb"] for figures in by_size.values()]) > 1:
        yield _at_most("memory of the process, most rows ÷ fewest", round(peaks[-1] / peaks[0], 2), MOST_GROWTH)


def _of_run(name: str, figures: Figures) -> Iterator[Line]:
    first, idle, rare, often = (figures[name] for name in ("first", "idle", "rare", "often"))
    yield Line(f"{name}: read, the site's share of it", f"{idle['read_s']:g} s, {idle['site_s']:g} s")
    for run, title in ((first, "of rows met for the first time"), (idle, "as the last run saw it")):
        page = f"{name}: a page of 100 {title} costs us"
        yield _at_most(f"{page}, processor", run["page_worker_ms"], MOST_PAGE_MS, " ms")
        yield Line(
            f"{page}, wall", f"{run['page_wall_ms']:g} ms; database's processor {run['page_database_ms']:g} ms"
        )
    compared = ", ".join(f"{run['compare_s']:g} s" for run in (idle, rare, often))
    yield Line(
        f"{name}: latest copies; compare, with rare drift, with often; bare join",
        f"{idle['merge_s']:g} s; {compared}; {rare['bare_join_s']:g} s",
    )
    for run, title in ((idle, "nothing drifted"), (rare, "1 of 1,000 in each way")):
        ratio = round(run["compare_s"] / rare["bare_join_s"], 2)
        yield _at_most(f"{name}: compare ÷ bare join, {title}", ratio, MOST_OF_BARE_JOIN)
    ratio = round(often["compare_s"] / often["bare_join_s"], 2)
    yield Line(f"{name}: compare ÷ bare join, 1 of 100 in each way", f"{ratio:g}")
    for run, title in ((rare, "of a hundredth"), (often, "of a tenth")):
        yield Line(
            f"{name}: repairs {title}",
            f"{run['repairs_per_s']:g}/s ({run['repaired']:,} repaired, {run['left']} left)",
            "0 left",
            not run["left"],
        )
    most_mb = max(run["worker_mb"] for run in (idle, rare, often))
    yield _at_most(f"{name}: memory of the worker", most_mb, MOST_MB, " MB")
    changed = figures["changed"]
    said = ", ".join(f"{table} {rows}" for table, rows in changed.items()) or "nothing"
    yield Line(f"{name}: written with nothing to repair", said, "nothing", not changed)


def _at_most(name: str, measured: float, most: float, unit: str = "") -> Line:
    return Line(name, f"{measured:g}{unit}", f"≤ {most:g}{unit}", measured <= most)


def _seconds(by_kind: Figures) -> float:
    return float(sum(figures[run]["total_s"] for figures in by_kind.values() for run in ("first", "idle", "often")))
