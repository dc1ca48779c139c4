"""When to try again: pure functions, no clock, no sleep."""

import random
from collections.abc import Callable

LONGEST_RETRY_AFTER = 3600.0
"""Seconds; a site that asks for more is asked again after an hour all the same."""


def ceiling(attempt: int, base: float, cap: float) -> float:
    """Seconds before the jitter: `base` doubled with each attempt after the first, never above `cap`."""
    doublings = min(max(attempt, 1) - 1, 62)
    return min(cap, base * 2**doublings)


def delay(
    attempt: int,
    *,
    base: float,
    cap: float,
    retry_after: float | None = None,
    draw: Callable[[], float] = random.random,
) -> float:
    """Seconds to wait after failed attempt number `attempt` (from 1): full jitter, from 0 to the ceiling.

    Never less than `retry_after`; a jitter of `base` on top keeps those who wait from coming back together.
    `draw` gives a number in [0, 1).
    """
    jittered = draw() * ceiling(attempt, base, cap)
    if retry_after is None:
        return jittered
    return max(jittered, min(retry_after, LONGEST_RETRY_AFTER) + draw() * base)
