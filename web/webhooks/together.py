"""What many threads ask for at the same time, done for all of them at once."""

import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Together(Generic[Item, Result]):
    """Whoever comes first works at once, and alone. Those that come meanwhile are the next batch, and the first of
    them works for all of it. So nobody waits for company, and the batches grow with the load.

    `work` answers each item of a batch, in order, with a result or with the exception to be raised to its owner.
    What it raises is raised to all.
    """

    def __init__(self, work: Callable[[Sequence[Item]], Sequence[Result | Exception]]) -> None:
        self._work = work
        self._lock = threading.Lock()
        self._waiting: list[_Turn[Item, Result]] = []
        self._busy = False

    def do(self, item: Item) -> Result:
        turn = _Turn[Item, Result](item)
        with self._lock:
            self._waiting.append(turn)
            alone, self._busy = not self._busy, True
        if not alone:
            turn.wait()
        if alone or turn.leads:
            self._lead()
        if isinstance(turn.outcome, BaseException):
            raise turn.outcome
        return turn.outcome  # type: ignore[return-value]

    def _lead(self) -> None:
        with self._lock:
            batch, self._waiting = self._waiting, []
        outcomes: Sequence[Result | BaseException]
        try:
            outcomes = self._work([turn.item for turn in batch])
        except BaseException as error:
            outcomes = [error] * len(batch)
        self._hand_over()
        for turn, outcome in zip(batch, outcomes, strict=True):
            turn.outcome = outcome
            turn.go_on()

    def _hand_over(self) -> None:
        with self._lock:
            self._busy = bool(self._waiting)
            if self._busy:
                self._waiting[0].leads = True
                self._waiting[0].go_on()


class _Turn(Generic[Item, Result]):
    """One item and what became of it. A bare lock is the cheapest thing that a thread can wait for."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.outcome: Result | BaseException | None = None
        self.leads = False
        self._gate = threading.Lock()
        self._gate.acquire()

    def wait(self) -> None:
        self._gate.acquire()

    def go_on(self) -> None:
        self._gate.release()
