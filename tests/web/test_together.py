"""Work done for many threads at once: nobody waits for company, each gets what is theirs."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.poll import until
from web.webhooks.together import Together


class Slow:
    """Doubles numbers; the first batch waits for the gate, zeros are refused, a 13 breaks the whole batch."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.batches: list[list[int]] = []

    def __call__(self, items: Sequence[int]) -> Sequence[int | Exception]:
        self.batches.append(sorted(items))
        self.gate.wait(10)
        if 13 in items:
            raise LookupError("13")
        return [2 * item if item else ValueError("zero") for item in items]


@pytest.fixture
def slow() -> Slow:
    return Slow()


def outcomes(slow: Slow, first: int, *rest: int) -> list[int | type[BaseException]]:
    """What `first`, which is worked already when the rest come, and the rest of them get."""
    together: Together[int, int] = Together(slow)
    with ThreadPoolExecutor(len(rest) + 1) as pool:
        calls = [pool.submit(together.do, first)]
        until(lambda: slow.batches)
        calls += [pool.submit(together.do, item) for item in rest]
        until(lambda: len(together._waiting) == len(rest))
        slow.gate.set()
        errors = [call.exception(10) for call in calls]
        return [type(error) if error else call.result() for call, error in zip(calls, errors, strict=True)]


def test_who_comes_first_is_worked_at_once_and_the_others_together(slow: Slow) -> None:
    assert outcomes(slow, 1, 2, 3, 4) == [2, 4, 6, 8]
    assert slow.batches == [[1], [2, 3, 4]]


def test_an_item_that_is_refused_is_its_owners_trouble_alone(slow: Slow) -> None:
    assert outcomes(slow, 1, 0, 3) == [2, ValueError, 6]


def test_a_batch_that_fails_fails_for_all_of_it_and_the_next_one_works(slow: Slow) -> None:
    assert outcomes(slow, 13, 2, 3) == [LookupError, 4, 6]
    assert outcomes(Slow(), 1, 13, 3) == [2, LookupError, LookupError]


def test_after_a_failure_the_next_who_comes_is_worked(slow: Slow) -> None:
    slow.gate.set()
    together: Together[int, int] = Together(slow)
    with pytest.raises(LookupError):
        together.do(13)
    assert together.do(4) == 8


def test_a_thread_may_be_made_the_leader_before_it_has_begun_to_wait(slow: Slow) -> None:
    together: Together[int, int] = Together(slow)

    def slowly() -> int:
        together._lock = Lagging(together._lock, lambda: together._waiting[0].leads)
        return together.do(2)

    with ThreadPoolExecutor(3) as pool:
        calls = [pool.submit(together.do, 1)]
        until(lambda: slow.batches)
        calls.append(pool.submit(slowly))
        until(lambda: len(together._waiting) == 1)
        calls.append(pool.submit(together.do, 3))
        until(lambda: len(together._waiting) == 2)
        slow.gate.set()
        assert [call.result(10) for call in calls] == [2, 4, 6]


class Lagging:
    """A lock; the thread that made it goes on after its first release only when `ready`."""

    def __init__(self, lock: Any, ready: Callable[[], bool]) -> None:
        self._lock, self._ready, self._mine = lock, ready, threading.get_ident()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
        if threading.get_ident() == self._mine:
            self._mine = 0
            until(self._ready)
