"""A leaky bucket, as sites limit their callers with."""

import math
import time


class Bucket:
    """Leaks `rate` calls a second and overflows above `burst`."""

    def __init__(self, rate: float, burst: float) -> None:
        self._rate = max(rate, 0.001)
        self._burst = burst
        self._level = 0.0
        self._at = time.monotonic()

    def take(self) -> bool:
        """Whether one more call fits in."""
        now = time.monotonic()
        self._level = max(0.0, self._level - (now - self._at) * self._rate)
        self._at = now
        if self._level + 1 > self._burst:
            return False
        self._level += 1
        return True

    def wait(self) -> int:
        """Whole seconds, at least one, until a call fits in again."""
        return max(1, math.ceil((self._level + 1 - self._burst) / self._rate))
