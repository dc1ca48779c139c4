"""Keep programs running: start, restart with back-off, pass on what they say, stop."""

import contextlib
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dev.parent import die_with_parent
from dev.procfile import shell_line
from dev.reaper import Reaper

TICK_S = 0.1
LONG_ENOUGH_S = 10  # a program that lived this long works; what ends it later is no fault of its start
FIRST_BACKOFF_S, LONGEST_BACKOFF_S = 0.5, 8.0
TRIES = 10


class Interrupted(RuntimeError):
    """`interrupt` was called."""


class GaveUp(RuntimeError):
    """A program ended at every one of its first tries."""


@dataclass
class Program:
    """A shell command to be kept running, or to run once; the rest is what became of it so far."""

    name: str
    command: str
    env: Mapping[str, str] = field(repr=False)
    once: bool = False
    process: subprocess.Popen[bytes] | None = None
    started: float = 0
    due: float | None = None
    early_ends: int = 0
    has_worked: bool = False

    def backoff(self, now: float) -> float:
        """Seconds until the next start, after it ended just now. Raises GaveUp."""
        if now - self.started >= LONG_ENOUGH_S:
            self.has_worked = True
            self.early_ends = 0
        self.early_ends += 1
        if self.early_ends >= TRIES and not self.has_worked:
            raise GaveUp(f"{self.name} ended {TRIES} times soon after its start")
        return min(LONGEST_BACKOFF_S, FIRST_BACKOFF_S * 2 ** min(self.early_ends - 1, 10))


class Supervisor:
    """Everything happens in `step`, in one thread: the kernel ties a child to the thread that started it.

    `say` gets each line a program writes; `before_start` is called before each start of one.
    """

    def __init__(
        self,
        directory: Path,
        reaper: Reaper,
        say: Callable[[str, str], None],
        before_start: Callable[[str], None] = lambda name: None,
    ) -> None:
        self._directory = directory
        self._reaper = reaper
        self._say = say
        self._before_start = before_start
        self._programs: list[Program] = []
        self._selector = selectors.DefaultSelector()
        self._interrupted = False

    def interrupt(self) -> None:
        """Let the next `step` raise; for signal handlers."""
        self._interrupted = True

    @property
    def pids(self) -> dict[str, int]:
        return {p.name: p.process.pid for p in self._programs if p.process is not None}

    def start(self, name: str, command: str, env: Mapping[str, str], once: bool = False) -> None:
        """With `once` it may end, well or badly, and the others go on."""
        program = Program(name, command, env, once)
        self._programs.append(program)
        self._launch(program)

    def run_once(self, name: str, command: str, env: Mapping[str, str]) -> int:
        """Its exit code; the other programs are looked after meanwhile."""
        program = Program(name, command, env)
        process = self._launch(program)
        try:
            while process.poll() is None:
                self.step()
        finally:
            self._bury(process)
            self._read_rest()
        return process.returncode

    def step(self, timeout_s: float = TICK_S) -> None:
        """Pass on output for up to `timeout_s`, note who ended, start who is due.

        Raises GaveUp and Interrupted.
        """
        if self._interrupted:
            self._interrupted = False
            raise Interrupted
        for key, _ in self._selector.select(timeout_s):
            key.data.read()
        now = time.monotonic()
        for program in tuple(self._programs):
            if program.process is not None and program.process.poll() is not None:
                self._ended(program, now)
            if program.due is not None and now >= program.due:
                self._launch(program)

    def stop(self, patience_s: float) -> None:
        """SIGTERM to all, SIGKILL to those that are still there after `patience_s` or another interrupt."""
        running = {p.name: p.process for p in self._programs if p.process is not None}
        self._programs.clear()  # nothing starts again from here on
        for process in running.values():
            process.send_signal(signal.SIGTERM)
            process.send_signal(signal.SIGCONT)  # a frozen one would never see it
        deadline = time.monotonic() + patience_s
        with contextlib.suppress(Interrupted):
            while time.monotonic() < deadline and any(p.poll() is None for p in running.values()):
                self.step()
        for name, process in running.items():
            if process.poll() is None:
                self._say(name, "does not stop, is killed")
            self._bury(process)
        self._read_rest()

    def _launch(self, program: Program) -> subprocess.Popen[bytes]:
        self._before_start(program.name)
        process = subprocess.Popen(
            ["/bin/sh", "-c", shell_line(program.command)],
            cwd=self._directory,
            env=dict(program.env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=die_with_parent(signal.SIGKILL),
        )
        self._reaper.watch(process.pid)
        program.process, program.started, program.due = process, time.monotonic(), None
        _Output(process, self._selector, lambda line: self._say(program.name, line))
        return process

    def _ended(self, program: Program, now: float) -> None:
        assert program.process is not None
        code = program.process.returncode
        self._bury(program.process)
        program.process = None
        if program.once:
            self._programs.remove(program)
            if code:
                self._say(program.name, f"ended with {_in_words(code)}, the others go on")
            return
        delay = program.backoff(now)
        program.due = now + delay
        self._say(program.name, f"ended with {_in_words(code)}, starts again in {delay:g} s")

    def _bury(self, process: subprocess.Popen[bytes]) -> None:
        # Its children go with it, as on a platform, where they share a container. Otherwise a web server's
        # orphans would hold the port, and a worker's would go on working beside their successors.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self._reaper.forget(process.pid)

    def _read_rest(self) -> None:
        while ready := self._selector.select(0):
            for key, _ in ready:
                key.data.read()


class _Output:
    """What one process writes, cut into lines."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        selector: selectors.BaseSelector,
        say: Callable[[str], None],
    ) -> None:
        assert process.stdout is not None
        self._pipe = process.stdout
        self._selector = selector
        self._say = say
        self._rest = b""
        selector.register(self._pipe, selectors.EVENT_READ, self)

    def read(self) -> None:
        data = os.read(self._pipe.fileno(), 65536)
        *lines, self._rest = (self._rest + data).split(b"\n")
        if not data:
            self._selector.unregister(self._pipe)
            self._pipe.close()
            lines = [self._rest] if self._rest else []
        for line in lines:
            self._say(line.decode(errors="replace").rstrip("\r"))


def _in_words(code: int) -> str:
    return f"code {code}" if code >= 0 else signal.Signals(-code).name
