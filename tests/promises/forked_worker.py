"""A worker that is there again the moment it was killed, without seconds spent on imports.

`python -m tests.promises.forked_worker` forks a child that works runs and debts, and another one when that ended.
"""

import os
import signal
import time
from unittest.mock import Mock

from dev.parent import follow_parent
from tasks import doorbell, outbox, reconcile


def work() -> None:
    """For ever. Nobody is rung for: this is all there is."""
    doorbell._ringer = Mock
    while True:
        reconcile.work()
        outbox.settle()
        time.sleep(0.02)


if __name__ == "__main__":
    print("ready", flush=True)
    while True:
        if child := os.fork():
            os.waitpid(child, 0)
        else:
            follow_parent(signal.SIGKILL)
            work()
