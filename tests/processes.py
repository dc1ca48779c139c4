"""Real processes for tests to start, wait for and break."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Self

import psutil

from dev.alive import runs
from dev.parent import die_with_parent
from dev.reaper import ROOT, Reaper


@cache
def reaper() -> Reaper:
    """Ends whatever this test process leaves when it is killed."""
    return Reaper()


class Process:
    """A command in a process group of its own, everything it says in the file `log`.

    `env` is added to this process's environment; `python` as first word is this very interpreter.
    """

    def __init__(self, command: Sequence[str | Path], env: Mapping[str, str], log: Path, cwd: Path = ROOT) -> None:
        self.command = [sys.executable if word == "python" else str(word) for word in command]
        self.env = dict(env)
        self.log = log
        self.cwd = cwd
        self.start()

    def start(self) -> None:
        """Also again, after it ended; the log goes on."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self.command,
                env={**os.environ, "PYTHONUNBUFFERED": "1", **self.env},
                cwd=self.cwd,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGKILL),
            )
        reaper().watch(self.pid)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def terminate(self) -> None:
        """Ask it to end, do not wait."""
        if self.running:
            self._process.terminate()

    def kill(self) -> None:
        """SIGKILL to the whole group, as when a container dies; for the first process alone use `pid`."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()
        reaper().forget(self.pid)

    def wait(self, timeout_s: float = 15) -> int:
        """Its exit code. Raises subprocess.TimeoutExpired."""
        return self._process.wait(timeout_s)

    def wait_for(self, text: str, timeout_s: float = 30, times: int = 1) -> None:
        """Return once it has said `text` so many times. Raises AssertionError with the end of the log."""
        deadline = time.monotonic() + timeout_s
        while self.output().count(text) < times:
            if not self.running or time.monotonic() > deadline:
                state = "runs" if self.running else f"ended with {self._process.returncode}"
                raise AssertionError(f"{self.command} {state}, never said {text!r}:\n{self.output()[-3000:]}")
            time.sleep(0.02)

    def output(self) -> str:
        return self.log.read_text(errors="replace")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.wait(5)
        self.kill()


def wait_until_gone(pids: Iterable[int], timeout_s: float = 10) -> None:
    """Raises AssertionError with those that still run; one that merely waits to be buried does not."""
    deadline = time.monotonic() + timeout_s
    while left := [pid for pid in pids if runs(pid)]:
        assert time.monotonic() < deadline, [psutil.Process(pid) for pid in left]
        time.sleep(0.05)
