"""Promise 7: an advisory lock of the entity, held to the end of the transaction."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from models import engine
from sync.inbox import drain, finish, handle
from sync.rules import Rules
from tests.promises import rows
from tests.promises.house import House
from tests.received import receive_order_status

WORKERS, EVENTS = 16, 60
CLAIM_S = 0.03  # shorter than the work, so that the claims alone keep nobody out


class Overlap:
    """How many are at work on the entity at one time: from before they look at it until it is written down."""

    def __init__(self) -> None:
        self._lock, self._now = threading.Lock(), 0
        self.most = 0

    def look_up(self, *given: Any) -> None:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        time.sleep(0.02)
        handle.look_up(*given)

    def finish(self, *given: Any) -> None:
        finish.finish(*given)
        with self._lock:
            self._now -= 1


@pytest.mark.promise
def test_sixteen_workers_never_overlap_on_one_entity(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    (order,) = rows.linked_orders(1)
    overlap = Overlap()
    monkeypatch.setattr(drain, "look_up", overlap.look_up)
    monkeypatch.setattr(drain, "finish", overlap.finish)

    arriving = threading.Event()
    arriving.set()
    with ThreadPoolExecutor(WORKERS) as pool:
        working = [pool.submit(_work_while, arriving) for _ in range(WORKERS)]
        for number in range(EVENTS):
            _arrive(order, rows.CODES[number % len(rows.CODES)])
        house.until(lambda: rows.pending() == 0, 30)
        arriving.clear()
        assert sum(each.result() for each in working) == EVENTS

    assert overlap.most == 1


def _work_while(arriving: threading.Event) -> int:
    done, rules = 0, Rules(verify_after_s=0, inbox_claim_s=CLAIM_S)
    while arriving.is_set():
        done += drain.drain(engine(), rules, budget_s=1)
        time.sleep(0.01)
    return done


def _arrive(order: int, code: str) -> None:
    with engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        receive_order_status(connection, order, {"order_id": order, "status": code})
