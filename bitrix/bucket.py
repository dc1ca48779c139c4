"""A token bucket in this process alone, for the time Redis is away."""

import threading
import time
from collections.abc import Callable


class Bucket:
    """`rate` tokens a second, at most `burst` (≥ 1) saved up."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._burst = max(1.0, burst)
        self._clock = clock
        self._tokens = self._burst
        self._counted_at = clock()
        self._paused_until = float("-inf")
        self._lock = threading.Lock()

    def take(self) -> float:
        """0.0 and a token is taken, or the seconds until it is worth asking again."""
        with self._lock:
            now = self._clock()
            if now < self._paused_until:
                return self._paused_until - now
            self._tokens = min(self._burst, self._tokens + (now - self._counted_at) * self._rate)
            self._counted_at = now
            if self._tokens < 1:
                return (1 - self._tokens) / self._rate
            self._tokens -= 1
            return 0.0

    def pause(self, seconds: float) -> None:
        """No token for that long; a longer pause is not cut short."""
        with self._lock:
            self._paused_until = max(self._paused_until, self._clock() + seconds)
