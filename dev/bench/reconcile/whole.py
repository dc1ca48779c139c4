"""Whole runs over so many orders and products: with nothing to repair, then with drift of every kind."""

from collections.abc import Mapping
from typing import Any

from psycopg2.extensions import cursor as Cursor

from dev.bench.reconcile import bare, both_sides
from dev.bench.reconcile.changes import changes
from dev.bench.reconcile.drifting import drift
from dev.bench.reconcile.followed import Followed, follow
from dev.bench.reconcile.house import ComparingHouse
from dev.simulator.site import FIRST_ORDER, FIRST_PRODUCT

EVERY = {"rare": 1_000, "often": 100}  # one of so many drifts in each of eight or ten ways
KINDS = {"products": ("product", FIRST_PRODUCT), "orders": ("order", FIRST_ORDER)}


class NotAsSeeded(RuntimeError):
    """A run found something else than what was put there: then its times say nothing."""


def measure(house: ComparingHouse, cursor: Cursor, count: int) -> dict[str, Any]:
    """Figures by kind of row: of a run that meets every row for the first time, an idle one, those with drift."""
    figures: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    for name, every in EVERY.items():
        both_sides.seed(house, cursor, count)
        for kind in KINDS:
            figures[kind] |= _with_nothing_drifted(house, cursor, kind)
        for kind, (entity, first_id) in KINDS.items():
            expected = drift(house.site.florist, cursor, entity, first_id, count, every)
            cursor.execute("VACUUM ANALYZE")
            figures[kind][name] = _with_drift(house, cursor, kind, expected)
    return figures


def _with_nothing_drifted(house: ComparingHouse, cursor: Cursor, kind: str) -> dict[str, Any]:
    first = follow(house, cursor, kind)
    expect(first, {})
    with changes(cursor) as changed:
        idle = follow(house, cursor, kind)
    expect(idle, {})
    compared = _compared_again(house, cursor, kind, idle, {})
    return {"first": _figures(first), "idle": _figures(idle) | compared, "changed": changed}


def _with_drift(house: ComparingHouse, cursor: Cursor, kind: str, expected: Mapping[str, int]) -> dict[str, Any]:
    bare_s: list[float] = []
    dry_run = follow(house, cursor, kind, dry_run=True)
    expect(dry_run, expected)
    compared = _compared_again(house, cursor, kind, dry_run, expected)
    run = follow(house, cursor, kind, lambda run_id: bare_s.append(bare.join_s(cursor, run_id, kind)))
    expect(run, expected)
    rate = {"repaired": run.counts["repaired"], "left": run.counts["left"]}
    rate["repairs_per_s"] = round(run.counts["repaired"] / run.wall_s["repairing"], 1)
    return _figures(run) | rate | compared | {"bare_join_s": round(bare_s[0], 4)}


def _compared_again(
    house: ComparingHouse, cursor: Cursor, kind: str, run: Followed, expected: Mapping[str, int]
) -> dict[str, float]:
    """Seconds of the quickest comparison of `bare.TIMES`, as of the bare join: the first in a worker's connection
    reads PostgreSQL's catalog too.
    """
    again = [follow(house, cursor, kind, dry_run=True) for _ in range(bare.TIMES - 1)]
    for other in again:
        expect(other, expected)
    return {"compare_s": min(each.counts["compare_ms"] for each in (run, *again)) / 1000}


def expect(run: Followed, expected: Mapping[str, int]) -> None:
    """Raises NotAsSeeded unless it found just these, by kind."""
    found = {kind: sum(by_state.values()) for kind, by_state in run.counts["kinds"].items()}
    if found != expected:
        raise NotAsSeeded(f"found {found} instead of {dict(expected)}")


def _figures(run: Followed) -> dict[str, Any]:
    pages = run.counts["pages"]
    read_s = run.wall_s["reading"]
    return {
        "read": run.counts["read"],
        "pages": pages,
        "read_s": round(read_s, 3),
        "site_s": round(run.site_s, 3),
        "page_wall_ms": round((read_s - run.site_s) / pages * 1000, 2),
        "page_worker_ms": round(run.worker_s["reading"] / pages * 1000, 2),
        "page_database_ms": round(run.database_s["reading"] / pages * 1000, 2),
        "merge_s": run.counts["merge_ms"] / 1000,
        "compare_s": run.counts["compare_ms"] / 1000,
        "repair_s": round(run.wall_s["repairing"], 3),
        "total_s": round(sum(spent for phase, spent in run.wall_s.items() if phase != "queued"), 3),
        "worker_mb": round(run.worker_mb, 1),
    }
