"""What stands around every call: the circuit, our turn in the rate, and whoever watches."""

import logging
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from bitrix.breaker import Breaker, Permit
from bitrix.errors import BitrixError
from bitrix.limit import Limiter

T = TypeVar("T")
Observe = Callable[[str, str, float], None]
"""(route, outcome, seconds that the site took: waiting for our turn is not among them)"""

log = logging.getLogger(__name__)


class Guard:
    """Any of the three may be missing."""

    def __init__(self, limiter: Limiter | None, breaker: Breaker | None, observe: Observe | None) -> None:
        self._limiter = limiter
        self._breaker = breaker
        self._observe = observe

    def run(self, route: str, deadline: float, work: Callable[[], T]) -> T:
        """Do `work` if the circuit lets it through and a token comes in time; tell the breaker how it went."""
        timed = _Timed(work)
        outcome = "interrupted"
        try:
            result = self._through_circuit(deadline, timed)
            outcome = "ok"
            return result
        except BitrixError as error:
            outcome = error.outcome
            raise
        finally:
            self._tell(route, outcome, timed.seconds)

    def _through_circuit(self, deadline: float, work: Callable[[], T]) -> T:
        if self._breaker is None:
            return self._in_turn(deadline, work)
        permit = self._breaker.check()
        try:
            result = self._in_turn(deadline, work)
        except BitrixError as error:
            _judge(self._breaker, permit, error)
            raise
        except BaseException:  # a worker's time limit, a bug: nothing is learnt of the site
            self._breaker.abandon(permit)
            raise
        self._breaker.succeeded(permit)
        return result

    def _in_turn(self, deadline: float, work: Callable[[], T]) -> T:
        if self._limiter is None:
            return work()
        now = time.monotonic()
        # Half of the time at most is spent in the queue: who starts has time to end.
        self._limiter.wait(now + (deadline - now) / 2)
        try:
            return work()
        except BitrixError as error:
            if error.retry_after:
                self._limiter.pause(error.retry_after)
            raise

    def _tell(self, route: str, outcome: str, seconds: float) -> None:
        if self._observe is None:
            return
        try:
            self._observe(route, outcome, seconds)
        except Exception:  # the call has happened: whoever watches it must not undo that
            log.exception("the observer of Bitrix calls failed")


class _Timed(Generic[T]):
    """Work that knows how long it took; 0 where it was not begun."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self.seconds = 0.0

    def __call__(self) -> T:
        began = time.monotonic()
        try:
            return self._work()
        finally:
            self.seconds = time.monotonic() - began


def _judge(breaker: Breaker, permit: Permit, error: BitrixError) -> None:
    if error.site_down:
        breaker.failed(permit)
    elif error.status is not None:  # a "no" is a sign of life
        breaker.succeeded(permit)
    else:
        breaker.abandon(permit)
