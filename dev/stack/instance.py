"""One running stack per checkout."""

import contextlib
import fcntl
import os
import signal
import time
from pathlib import Path
from typing import TextIO

from dev.alive import runs

STOP_TIMEOUT_S = 20
POLL_S = 0.05


class AlreadyRunning(RuntimeError):
    """Another stack of this checkout holds the lock."""


def acquire(home: Path) -> TextIO:
    """The lock file of this checkout, ours as long as it is open. Raises AlreadyRunning."""
    home.mkdir(parents=True, exist_ok=True)
    lock = (home / "lock").open("a+")
    deadline = time.monotonic() + STOP_TIMEOUT_S
    while not _take(lock):
        # A killed runner's reaper holds the lock until it has cleaned up: worth waiting for.
        if runs(_owner(lock)) or time.monotonic() > deadline:
            raise AlreadyRunning("The stack of this checkout runs already: `make logs` or `make down`.")
        time.sleep(POLL_S)
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def running(home: Path) -> bool:
    """Whether a stack runs here, or what is left of one is being cleaned up."""
    if not (home / "lock").exists():
        return False
    with (home / "lock").open("a+") as lock:
        return not _take(lock)


def stop(home: Path) -> None:
    """End the stack of this checkout, if one runs, and wait until all of it is gone. Raises TimeoutError."""
    if not running(home):
        return
    for sig in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.monotonic() + STOP_TIMEOUT_S
        with (home / "lock").open("a+") as lock, contextlib.suppress(ProcessLookupError):
            if pid := _owner(lock):
                os.kill(pid, sig)
        while time.monotonic() < deadline:
            if not running(home):
                return
            time.sleep(POLL_S)
    raise TimeoutError("The stack does not stop.")


def _take(lock: TextIO) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _owner(lock: TextIO) -> int:
    lock.seek(0)
    text = lock.read()
    return int(text) if text.isdigit() else 0
