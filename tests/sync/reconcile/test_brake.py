"""What waits for a person: each limit at, below and above it, and what is counted towards it."""

from dataclasses import replace
from typing import Any

import pytest

from models import ReconcileDrift, ReconcileRun, Shop, begin, engine
from sync.reconcile import brake, runs
from sync.reconcile.brake import Counts, judge

QUIET = Counts(
    compared=1000,
    read=1000,
    absences=0,
    to_ours=0,
    to_theirs=0,
    overwrites_now=0,
    whole=True,
    first_run=False,
    last_read=1000,
)


@pytest.mark.parametrize(
    ("changed", "halts"),
    [
        ({}, False),
        # absences: more than 3, and more than 2 %
        ({"absences": 3, "compared": 10}, False),
        ({"absences": 4, "compared": 10}, True),
        ({"absences": 19}, False),
        ({"absences": 20}, False),
        ({"absences": 21}, True),
        # overwrites, either way: more than 20, and more than 20 %
        ({"to_ours": 20, "compared": 20}, False),
        ({"to_ours": 21, "compared": 21}, True),
        ({"to_ours": 200}, False),
        ({"to_ours": 201}, True),
        ({"to_theirs": 20, "compared": 20}, False),
        ({"to_theirs": 21, "compared": 21}, True),
        ({"to_theirs": 200}, False),
        ({"to_theirs": 201}, True),
        ({"to_ours": 200, "to_theirs": 200, "absences": 20}, False),
        # the site's list, against the last whole one
        ({"read": 501}, False),
        ({"read": 500}, False),
        ({"read": 499}, True),
        ({"read": 0}, True),
        ({"read": 0, "whole": False}, False),
        ({"read": 0, "last_read": None}, False),
        ({"read": 0, "last_read": 0}, False),
        ({"read": 10_000}, False),
        # a first run
        ({"first_run": True, "last_read": None}, False),
        ({"first_run": True, "last_read": None, "overwrites_now": 1, "to_ours": 1}, True),
        ({"overwrites_now": 1, "to_ours": 1}, False),
    ],
)
def test_each_limit(changed: dict[str, Any], halts: bool) -> None:
    assert (judge(replace(QUIET, **changed)) is not None) == halts


def test_the_reason_names_the_numbers() -> None:
    assert judge(replace(QUIET, absences=21)) == "21 of 1000 are gone there"
    assert judge(replace(QUIET, to_theirs=300)) == "300 of 1000 would be overwritten there"
    assert "listed 90" in str(judge(replace(QUIET, read=90)))


@pytest.fixture
def made(shop: Shop) -> "Made":
    return Made(shop)


class Made:
    """Runs and what they found, as rows."""

    def __init__(self, shop: Shop) -> None:
        self.shop_id = shop.id

    def run(self, **columns: Any) -> ReconcileRun:
        run = ReconcileRun(
            **{"shop_id": self.shop_id, "kind": "products", "phase": "done", "complete": True} | columns
        )
        with begin() as session:
            session.add(run)
            session.flush()
            session.refresh(run)
        return run

    def drift(
        self, run: ReconcileRun, ids: range, kind: str = "theirs_moved", hours_ago: float | None = None
    ) -> None:
        wished = None if hours_ago is None else brake.text(f"now() - interval '{hours_ago} hours'")
        with begin() as session:
            session.add_all(
                ReconcileDrift(
                    run_id=run.id, entity="product", bitrix_id=bitrix_id, kind=kind, field=field, wished_at=wished
                )
                for bitrix_id in ids
                for field in ("price", "name")
            )

    def count(self, run: ReconcileRun) -> Counts:
        with engine().connect() as connection:
            return brake.count(connection, run, compared=1000, read=1000)


def test_entities_are_counted_not_fields(made: Made) -> None:
    run = made.run(phase="comparing")
    made.drift(run, range(1, 8))
    made.drift(run, range(11, 14), "missing_there")
    made.drift(run, range(21, 23), "ours_moved")
    made.drift(run, range(31, 99), "missing_here")
    made.drift(run, range(101, 199), "rejected")
    counts = made.count(run)
    assert (counts.to_ours, counts.to_theirs, counts.absences, counts.overwrites_now) == (7, 2, 3, 9)


def test_small_bites_of_a_day_add_up_whatever_run_they_came_from(made: Made) -> None:
    made.drift(made.run(), range(1, 6), hours_ago=23)
    made.drift(made.run(), range(4, 9), hours_ago=1)
    now = made.run(phase="comparing")
    made.drift(now, range(100, 102))
    assert made.count(now).to_ours == 10


@pytest.mark.parametrize(
    "columns",
    [{"kind": "orders"}, {"approved_at": "2026-01-01T00:00:00Z"}],
    ids=["another kind", "approved by a person"],
)
def test_what_does_not_add_up_with_it(made: Made, columns: dict[str, Any]) -> None:
    made.drift(made.run(**columns), range(1, 6), hours_ago=1)
    made.drift(made.run(), range(11, 16), hours_ago=25)
    made.drift(made.run(), range(21, 26))  # found, and never acted on
    assert made.count(made.run(phase="comparing")).to_ours == 0


def test_a_dry_run_counts_what_it_found_so_that_it_can_tell_whether_it_would_halt(made: Made) -> None:
    run = made.run(phase="comparing", dry_run=True)
    made.drift(run, range(1, 8))
    assert made.count(run).to_ours == 7


def test_what_was_asked_for_without_a_filter_measures_the_next_read(made: Made) -> None:
    with begin() as session:
        asked = runs.ask(session, made.shop_id, "products")
        asked.phase, asked.complete, asked.counts = "done", True, {"read": 900}
    assert made.count(made.run(phase="comparing")).last_read == 900


def test_the_last_whole_read_is_what_a_read_is_measured_by(made: Made) -> None:
    made.run(counts={"read": 900})
    for other in (
        {"kind": "orders"},
        {"complete": False, "phase": "incomplete"},
        {"phase": "halted"},
        {"active_only": True},
        {"ids": [1, 2]},
        {"since": "2026-01-01T00:00:00Z"},
        {"city": "astana"},
        {"dry_run": True},
    ):
        made.run(**{"counts": {"read": 7}} | other)
    assert made.count(made.run(phase="comparing")).last_read == 900


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ({"phase": "done"}, False),
        ({"phase": "incomplete", "approved_at": "2026-01-01T00:00:00Z"}, False),
        ({"phase": "halted"}, True),
        ({"phase": "failed"}, True),
        ({"phase": "stopped"}, True),
        ({"phase": "done", "kind": "orders"}, True),
        ({"phase": "done", "dry_run": True}, True),
    ],
)
def test_a_run_is_the_first_until_one_of_its_kind_was_through(
    made: Made, before: dict[str, Any], first: bool
) -> None:
    made.run(**before)
    assert made.count(made.run(phase="comparing")).first_run is first
