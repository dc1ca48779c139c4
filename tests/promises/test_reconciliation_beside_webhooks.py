"""Runs go on while webhooks of the same orders arrive: nothing is lost, nobody waits for anybody for long."""

import random
import statistics
import time
from itertools import count

import pytest

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tests.promises import comparing, rows
from tests.promises.conftest import Build

ORDERS, BUSY, MOVED = 300, 100, 40  # there; with webhooks; of these, what the runs have to repair
RATE, WHILE_S, ROUNDS = 50, 2, 3
CODES = ("PD", "AP", "CO", "DE")


@pytest.mark.promise
def test_runs_and_fifty_webhooks_a_second_for_the_same_orders_neither_lose_nor_lock_each_other(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    house = build(site, BITRIX_RATE="1000", BITRIX_BURST="1000", OUTBOX_CONCURRENCY="16")
    rows.mirrored_shop()
    comparing.seed(florist, ORDERS, 10)
    house.start("web", "inbox", "outbox", "reconcile", "beat")
    assert comparing.wait(comparing.ask("all")).phase == "done"
    chance = random.Random(50)
    orders = chance.sample(sorted(rows.codes()), BUSY)
    florist.fault("late", "GET /api/v2/orders/detail", delay_ms=400)  # what a repair reads is old when it arrives

    ran, times = [], []
    for _ in range(ROUNDS):
        idle = _latency(florist, _storm(florist, orders, chance, WHILE_S))
        florist.bulk([{"order": one, "status": chance.choice(CODES)} for one in orders[:MOVED]], silent=True)
        asked = comparing.ask("orders")  # one alone: another would mend what it loses
        comparing.ring()
        busy = _latency(florist, _storm(florist, orders, chance, WHILE_S))
        ran.append(comparing.wait(asked))
        times.append(busy / idle)
        print(f"webhook latency: {idle:.1f} ms idle, {busy:.1f} ms beside a run, {times[-1]:.2f} times")

    florist.settle()
    house.until(lambda: not rows.pending() and not comparing.owed_soon(), 40)
    assert comparing.differences(florist) == []
    assert rows.value("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()") == 0
    assert {run.phase for run in ran} <= {"done", "incomplete"}
    assert any(run.counts["repaired"] for run in ran)
    assert "deadlock detected" not in house.said()
    assert min(times) < 2  # whatever else the machine did in one round, it did not in all of them


def _storm(florist: Florist, orders: list[int], chance: random.Random, seconds: float) -> int:
    """Webhooks at the rate, for so long; how many."""
    began = time.monotonic()
    for sent in count():
        if time.monotonic() - began > seconds:
            return sent
        florist.change_order(chance.choice(orders), status=chance.choice(CODES))
        time.sleep(max(0, began + sent / RATE - time.monotonic()))
    raise AssertionError


def _latency(florist: Florist, sent: int) -> float:
    """Median over the last `sent` webhooks, in ms."""
    florist.settle()
    answered = [event for event in florist.webhooks(limit=sent) if event["status"] == 200]
    assert len(answered) > sent * 0.5
    return statistics.median(event["ms"] for event in answered)
