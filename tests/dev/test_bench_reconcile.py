"""`make bench-reconcile`, in small; and that each of its verdicts can be the other one."""

from pathlib import Path
from typing import Any

import pytest
from psycopg2.extensions import cursor as Cursor

from dev.bench.reconcile import verdicts, whole
from dev.bench.reconcile.changes import changes
from dev.bench.reconcile.followed import Followed
from tests.dev.quick import quick

RUN = {
    "read_s": 1.0,
    "site_s": 0.5,
    "page_wall_ms": 9.0,
    "page_worker_ms": 4.0,
    "page_database_ms": 1.0,
    "merge_s": 0.1,
    "compare_s": 0.1,
    "total_s": 2.0,
    "worker_mb": 120.0,
}
DRIFT = RUN | {"repaired": 60, "left": 0, "repairs_per_s": 50.0, "bare_join_s": 0.1}
GOOD = {
    "first": RUN,
    "idle": RUN,
    "rare": DRIFT,
    "often": DRIFT,
    "changed": {},
}
PREPARED = {
    "copy_s": 0.2,
    "merge_s": 0.1,
    "compare_s": 0.1,
    "bare_join_s": 0.1,
    "rows_per_s": 250_000,
    "peak_mb": 90.0,
}


@pytest.mark.promise
@pytest.mark.timeout(300)
def test_whole_runs_find_and_repair_drift_of_every_kind_and_every_figure_is_kept(tmp_path: Path) -> None:
    figures = quick("dev.bench.reconcile", "bench-reconcile.json", tmp_path)
    for by_kind in figures["whole"].values():
        for kind in ("orders", "products"):
            assert by_kind[kind]["changed"] == {}
            for drift in ("rare", "often"):
                assert by_kind[kind][drift]["left"] == 0
                assert by_kind[kind][drift]["repaired"] > 0
            assert by_kind[kind]["idle"]["site_s"] > 0
    assert [figures["prepared"][size]["read"] for size in ("1000", "2000")] == [1000, 2000]
    assert {line["held"] for line in figures["lines"]} >= {None, True}


def test_what_is_as_expected_has_held() -> None:
    assert _missed({"1000": _both(GOOD), "10000": _both(GOOD)}, {"1000": PREPARED, "10000": PREPARED}) == []


@pytest.mark.parametrize(
    ("run", "figure", "value", "title"),
    [
        ("first", "page_worker_ms", 6.0, "a page of 100 of rows met for the first time costs us, processor"),
        ("idle", "page_worker_ms", 6.0, "a page of 100 as the last run saw it costs us, processor"),
        ("idle", "compare_s", 0.2, "compare ÷ bare join, nothing drifted"),
        ("rare", "compare_s", 0.2, "compare ÷ bare join, 1 of 1,000 in each way"),
        ("rare", "left", 1, "repairs of a hundredth"),
        ("often", "left", 1, "repairs of a tenth"),
        ("often", "worker_mb", 151.0, "memory of the worker"),
    ],
)
def test_each_figure_of_a_whole_run_can_miss(run: str, figure: str, value: Any, title: str) -> None:
    bad = GOOD | {run: GOOD[run] | {figure: value}}  # type: ignore[operator]
    assert _missed({"1000": {"orders": bad, "products": GOOD}}, {}) == [f"1,000 orders: {title}"]


def test_a_row_written_with_nothing_to_repair_is_a_miss() -> None:
    wrote = {"orders": GOOD | {"changed": {"outbox": 1}}}
    assert _missed({"1000": wrote}, {}) == ["1,000 orders: written with nothing to repair"]


def test_more_time_per_row_for_more_rows_is_a_miss() -> None:
    slow = GOOD | {"idle": RUN | {"total_s": 70.0}}
    assert _missed({"1000": _both(GOOD), "10000": _both(slow)}, {}) == []
    slower = GOOD | {"idle": RUN | {"total_s": 72.0}}
    assert _missed({"1000": _both(GOOD), "10000": _both(slower)}, {}) == ["time per row, 10,000 ÷ 1,000"]


@pytest.mark.parametrize(
    ("figure", "value", "title"),
    [
        ("compare_s", 0.2, "compare ÷ bare join"),
        ("rows_per_s", 199_999, "staged and compared"),
        ("peak_mb", 151.0, "memory of the process"),
    ],
)
def test_each_figure_of_prepared_rows_can_miss(figure: str, value: Any, title: str) -> None:
    assert _missed({}, {"1000": PREPARED | {figure: value}}) == [f"1,000 prepared: {title}"]


def test_memory_that_grows_with_the_rows_is_a_miss() -> None:
    growing = {"1000": PREPARED, "10000": PREPARED | {"peak_mb": 130.0}}
    assert _missed({}, growing) == ["memory of the process, most rows ÷ fewest"]


def test_a_run_that_finds_something_else_than_was_put_there_measures_nothing() -> None:
    run = Followed(1, counts={"kinds": {"missing_here": {"repaired": 3}}})
    whole.expect(run, {"missing_here": 3})
    with pytest.raises(whole.NotAsSeeded):
        whole.expect(run, {"missing_here": 4})
    with pytest.raises(whole.NotAsSeeded):
        whole.expect(run, {})


@pytest.mark.usefixtures("clean")
def test_every_row_that_comes_changes_or_goes_is_noticed(janitor: Cursor) -> None:
    janitor.execute("INSERT INTO shop (id, name) VALUES (1, 'a'), (2, 'b')")
    with changes(janitor) as nothing:
        janitor.execute("INSERT INTO heartbeat (name, at) VALUES ('reconcile', now())")
    with changes(janitor) as inserted:
        janitor.execute("INSERT INTO shop (id, name) VALUES (3, 'c')")
    with changes(janitor) as updated:
        janitor.execute("UPDATE shop SET name = name WHERE id < 3")
    with changes(janitor) as deleted:
        janitor.execute("DELETE FROM shop WHERE id = 1")
    assert (nothing, inserted, updated, deleted) == ({}, {"shop": 1}, {"shop": 2}, {"shop": 1})


def _both(figures: dict[str, Any]) -> dict[str, Any]:
    return {"orders": figures, "products": figures}


def _missed(by_size: dict[str, Any], prepared: dict[str, Any]) -> list[str]:
    lines = [*verdicts.of_whole(by_size), *verdicts.of_prepared(prepared)]
    return [line.figure for line in lines if line.held is False]
