"""Wait for something that another thread or process does."""

import time
from collections.abc import Callable


def until(done: Callable[[], object], within_s: float = 10) -> None:
    """Returns as soon as it is true; fails when it has not come true in time."""
    deadline = time.monotonic() + within_s
    while not done():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)
