"""The whole house for one test: the Procfile's own command lines as real processes, to be watched and broken."""

import os
import secrets
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import psutil
import requests

from dev import ports
from dev.procfile import parse, shell_line
from dev.reaper import ROOT
from dev.simulator.process import SimulatorProcess
from tests.bound import bound
from tests.poll import until
from tests.processes import Process

SCALE = 0.1  # all durations of the product together: a sweep every half second, a claim of one second
BOOT_S = 40
READY = {"beat": "beat: Starting", "flower": "Visit me at"}


class House:
    """Processes by their Procfile name, with one environment; what they say is in `folder`.

    Whatever ended is started again while the test waits in `until`, as a platform does, unless `restarting` is off.
    """

    def __init__(self, folder: Path, database_url: str, redis_url: str, site: SimulatorProcess | None) -> None:
        self.folder = folder
        self.port, self.flower_port = ports.any_free(), ports.any_free()
        self.url = f"http://127.0.0.1:{self.port}"
        self.secret = secrets.token_hex(16)
        self.site = site
        self.restarting = True
        self.processes: dict[str, Process] = {}
        self._begins: dict[str, int] = {}  # where in its log the present process begins
        self.env = {
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PORT": str(self.port),
            "TIME_SCALE": str(SCALE),
            "VERIFY_AFTER_S": "0",
            "WEBHOOK_SECRET": self.secret,
            "JWT_SECRET": secrets.token_hex(32),
            "FLOWER_BASIC_AUTH": f"operator:{secrets.token_hex(16)}",
            **_environment_of(site, self),
        }

    def start(self, *names: str, **env: str) -> None:
        """Start these (`inbox`, or `inbox.2` for one more of them) at once, and return when all are up."""
        commands = parse(ROOT / "Procfile")
        for name in names:
            command = ["/bin/sh", "-c", shell_line(commands[_line(name)])]
            if before := self.processes.get(name):
                before.kill()
            self._begins[name] = len(before.output()) if before else 0
            port = {"PORT": str(self.flower_port)} if name == "flower" else {}
            self.processes[name] = self._process(name, command, port | env)
        self.until(lambda: all(self._is_up(name) for name in names), BOOT_S)

    def run(self, *command: str) -> int:
        """A command of an operator's shell, to its end; its exit code."""
        with self._process(command[0], command, {}) as process:
            return process.wait(BOOT_S)

    def _process(self, name: str, command: Sequence[str], env: Mapping[str, str]) -> Process:
        # Without bytecode each process would spend its first seconds on compiling.
        return Process(command, {**self.env, **env, "PYTHONDONTWRITEBYTECODE": ""}, self.folder / f"{name}.log")

    def _is_up(self, name: str) -> bool:
        if name == "web":
            return self.answers()
        return READY.get(_line(name), " ready.") in self.processes[name].output()[self._begins[name] :]

    def answers(self) -> bool:
        try:
            return requests.get(f"{self.url}/ready", timeout=5).ok
        except requests.RequestException:
            return False

    def until(self, done: Callable[[], object], within_s: float = 30) -> None:
        """Wait until it is true. Fails when it has not come true in time, with the end of what each has said."""

        def looked_after() -> object:
            if self.restarting:
                self.restart_ended()
            return done()

        try:
            until(looked_after, within_s)
        except AssertionError as error:
            said = (f"--- {name}\n{process.output()[-1500:]}" for name, process in self.processes.items())
            raise AssertionError("\n".join([str(error), *said])) from None

    def restart_ended(self) -> None:
        for process in self.processes.values():
            if not process.running:
                process.kill()  # what it left behind goes with it, as when a container ends
                process.start()

    def kill(self, name: str) -> None:
        """SIGKILL to all of it, as when a container dies."""
        self.processes[name].kill()

    def children(self, name: str) -> list[psutil.Process]:
        """The processes that do its work: of gunicorn, of a worker's pool."""
        try:
            return psutil.Process(self.processes[name].pid).children(recursive=True)
        except psutil.NoSuchProcess:
            return []

    def kill_child(self, name: str, pick: Callable[[list[psutil.Process]], psutil.Process]) -> bool:
        """SIGKILL to one of its children; False where there was none."""
        there = self.children(name)
        if not there:
            return False
        try:
            pick(there).send_signal(signal.SIGKILL)
        except psutil.NoSuchProcess:
            return False
        return True

    def said(self) -> str:
        """Everything that all of them have said so far."""
        return "".join(process.output() for process in self.processes.values())

    def close(self) -> None:
        for process in self.processes.values():
            process.kill()

    @contextmanager
    def in_this_process(self, env: Mapping[str, str] | None = None) -> Iterator[None]:
        """The test itself reads and writes the house's rows, with the house's settings."""
        with (
            patch.dict(os.environ, {**self.env, **(env or {})}),
            bound(self.env["DATABASE_URL"], self.env["REDIS_URL"]),
        ):
            yield


def _line(name: str) -> str:
    """`inbox.2` is one more process of the line `inbox`."""
    return name.partition(".")[0]


def _environment_of(site: SimulatorProcess | None, house: House) -> dict[str, str]:
    if site is None:
        return {}
    site.florist.config(backend_url=house.url, webhook_secret=house.secret)
    return {
        "BITRIX_BASE_URL": site.url,
        "BITRIX_TOKEN": site.token,
        "RAILWAY_API_TOKEN": site.railway_token,
        "BITRIX_CITY": "almaty",
        "BITRIX_RATE": "1000",
        "BITRIX_BURST": "1000",
    }
