"""The stack behind one's back: `up`, `down`, `logs`, `reset`."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from dev.embedded import Postgres
from dev.stack import health, instance
from dev.stack.console import log_file
from dev.stack.state import State

UP_TIMEOUT_S = 120
POLL_S = 0.25
TAIL_LINES = 30
KEPT = ("test", "bootstrap.lock")  # below `.dev`, but of the tests and of the installation


class NotUp(RuntimeError):
    """The stack ended, or took too long, before it was healthy."""


def up(directory: Path) -> dict[str, Any]:
    """What runs where, once the stack is healthy. It holds nothing of this process. Raises NotUp."""
    home = directory / ".dev"
    state = State(home)
    launched = None
    if not instance.running(home):
        state.remove()  # of a stack that was killed: its addresses may be another's by now
        launched = _launch(directory)
    deadline = time.monotonic() + UP_TIMEOUT_S
    while time.monotonic() < deadline:
        facts = state.read()
        if facts and health.healthy(facts["web"]):
            return facts
        if (launched is None or launched.poll() is not None) and not instance.running(home):
            raise NotUp(f"The stack ended. It said last:\n{_tail(home)}")
        time.sleep(POLL_S)
    raise NotUp(f"The stack is not healthy after {UP_TIMEOUT_S} s (`make logs`, `make down`):\n{_tail(home)}")


def logs(directory: Path) -> None:
    """Become `tail`, until Ctrl-C."""
    os.execvp("tail", ["tail", "-n", "200", "-F", str(log_file(directory / ".dev"))])


def reset(directory: Path) -> None:
    """Stop the stack and remove its data, passwords and logs."""
    home = directory / ".dev"
    instance.stop(home)
    Postgres(home / "postgres").remove()
    for path in home.iterdir():
        if path.is_dir() and path.name not in KEPT:
            shutil.rmtree(path)
        elif path.name not in KEPT:
            path.unlink()


def _launch(directory: Path) -> subprocess.Popen[bytes]:
    with log_file(directory / ".dev").open("ab") as output:
        return subprocess.Popen(
            [sys.executable, "-m", "dev.stack", "background"],
            cwd=directory,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )


def _tail(home: Path) -> str:
    return "\n".join(log_file(home).read_text(errors="replace").splitlines()[-TAIL_LINES:])
