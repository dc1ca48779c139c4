"""The whole product for one run: servers and Procfile lines of its own, in a directory that goes with it."""

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil
import psycopg2
from psycopg2.extensions import cursor as Cursor

from dev import ports, procfile
from dev.embedded import Postgres, Valkey
from dev.parent import die_with_parent
from dev.reaper import ROOT, Reaper
from dev.simulator.process import SimulatorProcess
from dev.stack.health import healthy

ON_DISK = "/var/tmp"  # /tmp may be memory, where a commit costs nothing
BOOT_S = 90
STOP_S = 15
POLL_S = 0.05


class NotReady(RuntimeError):
    """What should have come to pass did not come in time."""


def until(done: Callable[[], object], what: str, within_s: float = BOOT_S) -> None:
    """Returns once it is true. Raises NotReady."""
    deadline = time.monotonic() + within_s
    while not done():
        if time.monotonic() > deadline:
            raise NotReady(f"{what}: not after {within_s:g} s")
        time.sleep(POLL_S)


class House:
    """`with House(site) as house`: healthy when the block begins, gone without a trace after it, its site too.

    PostgreSQL runs with its own defaults (fsync and synchronous_commit on), Valkey with its file on disk.
    Verification is due only after the run, so that no read of the site runs into a measurement.
    """

    def __init__(self, site: SimulatorProcess) -> None:
        self._reaper = Reaper()
        self.home = Path(tempfile.mkdtemp(prefix="cvety-bench-", dir=ON_DISK))
        self.home.chmod(0o711)  # as root PostgreSQL runs as somebody else
        self._reaper.remove(self.home)
        self.postgres = Postgres(self.home / "postgres")
        self.valkey = Valkey(self.home / "valkey")
        self.site = site
        self.port = ports.any_free()
        self.secret = secrets.token_hex(16)
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self._commands = procfile.parse(ROOT / "Procfile")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, *names: str) -> None:
        """Start these, by their Procfile name."""
        for name in names:
            process = self._launch(name, self._commands[name])
            self._reaper.watch(process.pid)
            self.processes[name] = process

    def stop(self, name: str) -> None:
        """In good order, so that what it was doing is done."""
        process = self.processes.pop(name)
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(STOP_S)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self._reaper.forget(process.pid)

    @contextlib.contextmanager
    def database(self) -> Iterator[Cursor]:
        """The product's database; each statement is a transaction of its own."""
        with contextlib.closing(psycopg2.connect(self.postgres.url())) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                yield cursor

    def pids(self) -> dict[str, list[int]]:
        """Every process by the part of the house it belongs to."""
        roots = {name: process.pid for name, process in self.processes.items()}
        roots |= {"postgres": self.postgres.pid, "valkey": self.valkey.pid, "simulator": self.site.pid}
        return {name: [pid, *(p.pid for p in psutil.Process(pid).children(True))] for name, pid in roots.items()}

    def __enter__(self) -> Self:
        try:
            self._open()
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _open(self) -> None:
        self._start_servers()
        self._once("demo", f"python -m dev.demo_data --catalogue {self.home}/logins.json")
        self.start(*(name for name in self._commands if name != "release"))
        until(lambda: healthy(self.url), "healthy")

    def _start_servers(self) -> None:
        """The site too; the database has the newest schema and no rows."""
        for server in (self.postgres, self.valkey):
            server.start()
            self._reaper.watch(server.pid, server.stop_signal)
        self.site.start()
        self._once("release", self._commands["release"])

    def _close(self) -> None:
        for name in list(self.processes):
            self.stop(name)
        self.site.stop()
        self.valkey.stop()
        self.postgres.remove()
        self._reaper.close()

    def _once(self, name: str, command: str) -> None:
        code = self._launch(name, command).wait(BOOT_S)
        if code:
            raise NotReady(f"{name} ended with code {code}:\n{self._log(name).read_text()[-2000:]}")

    def _launch(self, name: str, command: str) -> subprocess.Popen[bytes]:
        with self._log(name).open("ab") as log:
            return subprocess.Popen(
                ["/bin/sh", "-c", procfile.shell_line(command)],
                cwd=ROOT,
                env=self._environment(name),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGKILL),
            )

    def _log(self, name: str) -> Path:
        return self.home / f"{name}.log"

    def _environment(self, name: str) -> dict[str, str]:
        """Nothing of the developer's own environment but where programs are."""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
        return {
            "PATH": path,
            "HOME": str(self.home),
            "PORT": str(self.port if name == "web" else ports.any_free()),
            "DATABASE_URL": self.postgres.url(),
            "REDIS_URL": self.valkey.url(),
            "WEBHOOK_SECRET": self.secret,
            "JWT_SECRET": secrets.token_hex(16),
            "FLOWER_BASIC_AUTH": f"bench:{secrets.token_hex(8)}",
            "PROMETHEUS_MULTIPROC_DIR": str(self.home / "metrics"),
            "BITRIX_BASE_URL": self.site.url,
            "BITRIX_TOKEN": self.site.token,
            "RAILWAY_API_TOKEN": self.site.railway_token,
            "BITRIX_CITY": "almaty",
            "BITRIX_RATE": "1000",
            "BITRIX_BURST": "1000",
            "VERIFY_AFTER_S": "3600",
        }
