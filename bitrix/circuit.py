"""The breaker's states as one process keeps them alone, for the time Redis is away."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

CLOSED, PROBE, OPEN = 0, 1, 2


@dataclass(frozen=True)
class Terms:
    """Opens after `threshold` failures in a row, for `base` seconds, doubled with each failed probe up to `cap`.

    A probe that never reports back holds others off for `probe_timeout` seconds.
    """

    threshold: int = 5
    base: float = 5.0
    cap: float = 300.0
    probe_timeout: float = 30.0

    def rest(self, trips: int) -> float:
        """Seconds the circuit stays open after it opened `trips` times without a success in between."""
        return float(min(self.cap, self.base * 2 ** min(trips - 1, 62)))


class Circuit:
    """The same four steps as the scripts of the shared breaker; `token` names one call."""

    def __init__(self, terms: Terms, clock: Callable[[], float] = time.monotonic) -> None:
        self._terms = terms
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._trips = 0
        self._open_until: float | None = None
        self._probe = ""
        self._probe_until = float("-inf")

    def check(self, token: str) -> tuple[int, float]:
        """CLOSED and the failures so far, PROBE and 0, or OPEN and the seconds to wait."""
        with self._lock:
            if self._open_until is None:
                return CLOSED, self._failures
            now = self._clock()
            until = max(self._open_until, self._probe_until)
            if now < until:
                return OPEN, until - now
            self._probe, self._probe_until = token, now + self._terms.probe_timeout
            return PROBE, 0.0

    def fail(self, token: str) -> None:
        """While the circuit is open only its probe counts: the others left before it opened."""
        with self._lock:
            if self._open_until is not None and token != self._probe:
                return
            self._failures += 1
            if self._open_until is None and self._failures < self._terms.threshold:
                return
            self._trips += 1
            self._open_until = self._clock() + self._terms.rest(self._trips)
            self._forget_probe()

    def succeed(self, token: str) -> None:
        with self._lock:
            if self._open_until is None or token == self._probe:
                self._close()

    def abandon(self, token: str) -> None:
        with self._lock:
            if token == self._probe:
                self._forget_probe()

    def peek(self) -> tuple[float | None, int]:
        """Seconds until the next probe (None when closed), and the failures so far."""
        with self._lock:
            left = None if self._open_until is None else max(0.0, self._open_until - self._clock())
            return left, self._failures

    def _close(self) -> None:
        self._failures = 0
        self._trips = 0
        self._open_until = None
        self._forget_probe()

    def _forget_probe(self) -> None:
        self._probe = ""
        self._probe_until = float("-inf")
