"""Promise 7: an advisory lock of the entity, held to the end of the transaction."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Row

from models import engine
from sync.inbox import drain, handle, receive
from sync.outcome import Outcome
from sync.rules import Rules
from tests.promises import rows
from tests.promises.house import House

WORKERS, EVENTS = 16, 120
CLAIM_S = 0.02  # shorter than the work, so that the claims alone keep nobody out


class Overlap:
    """How many are at work on the entity at one time."""

    def __init__(self) -> None:
        self._lock, self._now = threading.Lock(), 0
        self.most = 0

    def __enter__(self) -> None:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._now -= 1


@pytest.mark.promise
def test_sixteen_workers_never_overlap_on_one_entity(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    (order,) = rows.linked_orders(1)
    overlap = Overlap()

    def slowly(worked: handle.Worked, event: Row) -> Outcome:
        with overlap:
            time.sleep(0.02)
            return handle.handle(worked, event)

    monkeypatch.setattr(drain, "handle", slowly)
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
    return done


def _arrive(order: int, code: str) -> None:
    with engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        receive.receive_order_status(connection, order, {"order_id": order, "status": code})
