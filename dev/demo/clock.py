"""How long things take, and waiting for them."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.01, 0.25
PART_OF_THE_WAIT = 20  # one pause is at most this part of it, so that a latency is right within 5 %


class Stopwatch:
    def __init__(self) -> None:
        self._started = time.monotonic()

    @property
    def s(self) -> float:
        return time.monotonic() - self._started

    @property
    def ms(self) -> float:
        return self.s * 1000


def until(read: Callable[[], T], holds: Callable[[T], object], within_s: float) -> T:
    """What was read last: the first value that holds, or the one that did not when the time was over."""
    watch = Stopwatch()
    while True:
        value = read()
        if holds(value) or watch.s > within_s:
            return value
        time.sleep(min(max(FIRST_PAUSE_S, watch.s / PART_OF_THE_WAIT), LONGEST_PAUSE_S))


def until_equal(read: Callable[[], T], wanted: T, within_s: float) -> T:
    """What was read last: `wanted`, or whatever stood there instead when the time was over."""
    return until(read, lambda value: value == wanted, within_s)
