"""Promise 15: attempts are counted in the row before the work, and end in a dead letter."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from dev.reaper import ROOT
from models import engine
from sync.inbox.drain import MOST_ATTEMPTS
from sync.outbox import settle
from sync.outbox.lease import MOST_CRASHES, Lease
from sync.rules import Rules
from tests.promises import rows
from tests.promises.house import House
from tests.promises.posting import post, status_event

INJECT = Path(__file__).parent / "inject"


@pytest.mark.promise
def test_an_event_that_kills_its_worker_ends_as_a_dead_letter_and_holds_nobody_up(
    house: House, tmp_path: Path
) -> None:
    poisoned, *healthy = rows.linked_orders(30)
    diary = tmp_path / "diary"
    house.start("web", "beat")
    for order in healthy[:15]:
        post(house, status_event(order, "AP"))
    post(house, status_event(poisoned, "AP", notes="poison"))
    post(house, status_event(poisoned, "CO"))
    for order in healthy[15:]:
        post(house, status_event(order, "AP"))
    house.start("inbox", PYTHONPATH=f"{INJECT}:{ROOT}", POISON_DIARY=str(diary))

    house.until(lambda: rows.pending() == 0)

    assert 1 <= len(diary.read_text().split()) <= MOST_ATTEMPTS
    assert rows.events() == {"dead": 1, "applied": len(healthy) + 1}
    assert rows.codes() == dict.fromkeys(healthy, "AP") | {poisoned: "CO"}


@pytest.mark.promise
def test_a_debt_that_kills_its_worker_ends_as_a_dead_letter_and_holds_nobody_up(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    poisoned, *healthy = (str(order) for order in rows.linked_orders(10))
    rows.execute(
        "INSERT INTO outbox (shop_id, kind, key, reason) SELECT 17008, 'order', bitrix_id, 'test' FROM sync_link"
    )

    def agree(_site: object, _rules: Rules, lease: Lease, _deadline: float) -> None:
        if lease.key == poisoned:
            os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setitem(settle.AGREE, "order", agree)
    died = 0
    while rows.owed():
        died += _killed(lambda: settle.settle(engine(), None, Rules(lease_s=0.1), workers=1, budget_s=1))
        assert died <= MOST_CRASHES

    assert died >= 1
    assert rows.pairs("SELECT key, state FROM outbox") == dict.fromkeys(healthy, "settled") | {poisoned: "dead"}


def _killed(work: Callable[[], object]) -> bool:
    """Do it in a child process; whether that was killed by a signal."""
    pid = os.fork()
    if pid == 0:
        engine().dispose(close=False)
        work()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])
