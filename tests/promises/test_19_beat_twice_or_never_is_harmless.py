"""Promise 19: the database says what is due, whoever asks and however often.

The nights on which the clocks change are in tests/tasks/test_reconcile.py, where time is a number.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from dev.embedded import Valkey
from dev.simulator.process import SimulatorProcess
from tests.promises import rows
from tests.promises.conftest import Build

BEATS = ("beat.1", "beat.2")


@pytest.mark.promise
def test_two_beats_start_no_run_twice_and_what_was_missed_without_any_is_caught_up_once(
    build: Build, site: SimulatorProcess, valkey_server: Callable[..., Valkey]
) -> None:
    """Ten minutes are four seconds here."""
    _beats(build, site, valkey_server, active_s=4, together_s=12, none_s=6)


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_two_beats_for_ten_minutes_and_none_for_an_hour(
    build: Build, site: SimulatorProcess, valkey_server: Callable[..., Valkey]
) -> None:
    _beats(build, site, valkey_server, active_s=120, together_s=600, none_s=3600)


def _beats(
    build: Build,
    site: SimulatorProcess,
    valkey_server: Callable[..., Valkey],
    active_s: float,
    together_s: float,
    none_s: float,
) -> None:
    """Each beat has a Valkey and a worker of its own: no lock of RedBeat's keeps the two from starting the same."""
    house = build(site, BITRIX_RATE="1000", BITRIX_BURST="1000")
    rows.mirrored_shop()  # for years: last night was missed
    for name, every in (("reconcile-active", active_s), ("reconcile-catch-up", active_s / 4)):
        rows.execute("INSERT INTO schedule_override (name, every) VALUES (:name, :every)", name=name, every=every)
    other = valkey_server(persist=False).url()
    house.start("reconcile.1", "beat.1")
    house.start("reconcile.2", "beat.2", REDIS_URL=other)
    house.until(lambda: _begun("active") and _begun("nightly"), 40)
    time.sleep(together_s)
    for beat in BEATS:
        house.kill(beat)

    together = _begun("active")
    assert len(together) >= together_s / active_s / 2
    assert all(later - sooner > timedelta(seconds=active_s * 0.85) for sooner, later in pairwise(together))
    assert len(_begun("nightly")) == 1

    time.sleep(none_s)
    assert len(_begun("active")) <= len(together) + 1
    rows.execute("UPDATE reconcile_run SET created_at = created_at - interval '1 day' WHERE plan = 'nightly'")
    house.start("beat.1")
    house.until(lambda: len(_begun("nightly")) == 2 and len(_begun("active")) >= len(together) + 2, 40)
    house.kill("beat.1")
    house.until(lambda: not rows.value("SELECT count(*) FROM reconcile_run WHERE finished_at IS NULL"), 40)
    assert len(_begun("nightly")) == 2
    assert rows.pairs("SELECT phase, count(*) FROM reconcile_run GROUP BY phase").keys() == {"done"}


def _begun(plan: str) -> list[datetime]:
    """When runs of this plan were asked for."""
    statement = "SELECT id, created_at FROM reconcile_run WHERE plan = :plan AND parent_id IS NULL ORDER BY id"
    return list(rows.pairs(statement, plan=plan).values())
