"""Wait for something another process does."""

import time
from collections.abc import Callable

DEADLINE_S = 20
POLL_S = 0.01


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not holds():
        assert time.monotonic() < deadline, "It did not happen in time"
        time.sleep(POLL_S)
