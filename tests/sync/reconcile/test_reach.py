"""How far a run has come with its reading."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from models import ReconcileRun
from sync.reconcile.reach import reach

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
BEGUN = {"offset": 195, "first": 300, "last": 301, "pages": 2}
DONE = {"offset": 95, "first": 100, "last": 100, "pages": 1, "done": True, "whole": True}


def run(*lists: dict[str, Any], phase: str = "reading", **columns: Any) -> ReconcileRun:
    checkpoint = {str(number): known for number, known in enumerate(lists)}
    started = {"started_at": NOW - timedelta(seconds=10), "finished_at": None}
    return ReconcileRun(**{"checkpoint": checkpoint, "phase": phase, **started, **columns})


def test_pages_and_rows_of_all_lists_count_as_the_site_counts_them() -> None:
    reached = reach(run(DONE, BEGUN), NOW)
    assert (reached.pages, reached.rows, reached.total, reached.lists_done) == (3, 295, 401, 1)
    assert (reached.seconds, reached.rows_per_s) == (10, 29.5)


def test_a_run_that_has_not_begun_has_reached_nothing() -> None:
    reached = reach(run(phase="queued", started_at=None), NOW)
    assert (reached.pages, reached.rows, reached.seconds, reached.rows_per_s) == (0, 0, 0, None)


@pytest.mark.parametrize("phase", ["comparing", "repairing", "done"])
def test_once_the_reading_is_over_there_is_no_rate(phase: str) -> None:
    assert reach(run(DONE, phase=phase), NOW).rows_per_s is None


def test_time_stands_still_when_the_run_is_over() -> None:
    assert reach(run(DONE, finished_at=NOW - timedelta(seconds=4)), NOW).seconds == 6
