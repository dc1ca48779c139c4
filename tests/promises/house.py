"""The whole house for one test: the Procfile's own command lines as real processes, to be watched and broken."""

import os
import secrets
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
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
READY = {"web": "Booting worker", "beat": "beat: Starting", "flower": "Visit me at"}


class House:
    """Processes by their Procfile name, with one environment; what they say is in `folder`.

    `restarting` is what a platform does: whatever ended is started again while the test waits in `until`.
    """

    def __init__(self, folder: Path, database_url: str, redis_url: str, site: SimulatorProcess | None) -> None:
        self.folder = folder
        self.port = ports.any_free()
        self.url = f"http://127.0.0.1:{self.port}"
        self.secret = secrets.token_hex(16)
        self.site = site
        self.restarting = False
        self.processes: dict[str, Process] = {}
        self.env = {
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
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
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        for name in names:
            command = ["/bin/sh", "-c", shell_line(commands[name.partition(".")[0]])]
            # Without bytecode each process would spend its first seconds on compiling.
            given = {**self.env, **env, "PATH": path, "PYTHONDONTWRITEBYTECODE": ""}
            self.processes[name] = Process(command, given, self.folder / f"{name}.log")
        self.wait_ready(*names)

    def wait_ready(self, *names: str) -> None:
        """Until each has said once more than before that it is up."""
        for name in names:
            process = self.processes[name]
            text = READY.get(name.partition(".")[0], " ready.")
            process.wait_for(text, BOOT_S)
        if "web" in names:
            self.until(self.answers, BOOT_S)

    def answers(self) -> bool:
        try:
            return requests.get(f"{self.url}/ready", timeout=5).ok
        except requests.RequestException:
            return False

    def until(self, done: Callable[[], object], within_s: float = 30) -> None:
        """Wait; where `restarting`, also start again what has ended. Fails when it has not come true in time."""

        def looked_after() -> object:
            if self.restarting:
                self.restart_ended()
            return done()

        until(looked_after, within_s)

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
