"""A run whose worker is killed again and again ends as if nobody had been killed, and repairs nothing twice."""

import random
from collections import Counter
from pathlib import Path

import psutil
import pytest

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tests.poll import until
from tests.processes import Process
from tests.promises import comparing, rows
from tests.promises.conftest import Build

ORDERS, PRODUCTS, KILLS = 60, 260, 20
MOVED_HERE, MOVED_THERE, GONE, NEW = 40, 15, 4, 10


@pytest.mark.promise
def test_a_run_ends_the_same_and_repairs_nothing_twice_however_often_its_worker_is_killed(
    build: Build, site: SimulatorProcess, florist: Florist, tmp_path: Path, unrung: None
) -> None:
    _killed(build, site, florist, tmp_path, kills=KILLS, seed=20)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(10))
def test_the_same_with_many_more_kills(
    build: Build, site: SimulatorProcess, florist: Florist, tmp_path: Path, unrung: None, seed: int
) -> None:
    _killed(build, site, florist, tmp_path, kills=100, seed=seed)


def _killed(build: Build, site: SimulatorProcess, florist: Florist, folder: Path, kills: int, seed: int) -> None:
    house = build(site, TIME_SCALE="0.02", BITRIX_RATE="10000", BITRIX_BURST="10000")
    rows.mirrored_shop()
    comparing.seed(florist, ORDERS, PRODUCTS)
    assert comparing.work(comparing.ask("all")).phase == "done"
    _move(florist)
    history = rows.changes()
    florist.config(latency_ms=2 * kills)  # or the run has ended before so many kills
    florist.clear_log()

    run_id = comparing.ask("all")
    worker = Process(["python", "-m", "tests.promises.forked_worker"], house.env, folder / "worker.log")
    house.processes["worker"] = worker
    worker.wait_for("ready")
    done = _kill_at_random(worker, run_id, kills, random.Random(seed))
    until(lambda: comparing.run(run_id).finished_at, 60)

    assert done == kills
    found = Counter((row.entity, row.kind, row.state) for row in comparing.drift(run_id))
    assert comparing.run(run_id).phase == "done"
    assert found == {
        ("product", "ours_moved", "repaired"): MOVED_HERE,
        ("product", "theirs_moved", "repaired"): MOVED_THERE,
        ("order", "theirs_moved", "repaired"): MOVED_THERE,
        ("product", "missing_there", "repaired"): GONE,
        ("order", "missing_here", "repaired"): NEW,
    }
    written = Counter(call["path"] for call in florist.log("PUT *"))
    assert set(written.values()) == {1}
    assert len(written) == MOVED_HERE
    assert rows.changes() == history + MOVED_THERE + NEW
    florist.config(latency_ms=0)
    assert comparing.differences(florist) == []


def _kill_at_random(worker: Process, run_id: int, kills: int, chance: random.Random) -> int:
    """While the run goes on; how many were killed."""
    done = 0
    for _ in range(kills):
        pause = chance.uniform(0.05, 0.5)
        try:
            until(lambda: comparing.run(run_id).finished_at, pause)
        except AssertionError:
            for child in psutil.Process(worker.pid).children():
                child.kill()
                done += 1
    return done


def _move(florist: Florist) -> None:
    """Drift of every kind that is repaired, none of it told of."""
    products = [row["id"] for row in florist.rows("products")]
    orders = [row["id"] for row in florist.rows("orders") if row["status"] == "F"]
    rows.execute("UPDATE product SET price = price + 10000 WHERE bitrix_id = ANY(:ids)", ids=products[:MOVED_HERE])
    there = products[MOVED_HERE : MOVED_HERE + MOVED_THERE]
    florist.bulk(
        [{"product": one, "price": "7 000 ₸"} for one in there]
        + [{"product": one, "delete": True} for one in products[-GONE:]]
        + [{"order": one, "status": "DE"} for one in orders[:MOVED_THERE]]
        + [{"order": None, "create": True, "items": comparing.LINES, "status": "AP"} for _ in range(NEW)],
        silent=True,
    )
