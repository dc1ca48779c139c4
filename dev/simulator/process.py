"""The simulator as a child process, for tests, the demo and benchmarks."""

import secrets
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from dev.parent import die_with_parent
from dev.simulator.control import Florist

ROOT = Path(__file__).resolve().parents[2]
STOP_S = 5


class SimulatorProcess:
    """`with SimulatorProcess(backend="http://...") as simulator: simulator.url`.

    Options are those of the command line with underscores: `port` (0: a free one), `backend`, `webhook_secret`,
    `token`, `railway_token`, `dialect`, `cities`, `latency_ms`, `seed_orders`, `seed_products`, `seed`.
    Secrets that are not given are made up; all are attributes. The process dies with the thread that starts it.
    """

    def __init__(self, port: int = 0, **options: str | int) -> None:
        self.token = str(options.pop("token", "") or secrets.token_urlsafe(16))
        self.railway_token = str(options.pop("railway_token", "") or secrets.token_urlsafe(16))
        self.webhook_secret = str(options.pop("webhook_secret", "") or secrets.token_urlsafe(16))
        self.url = ""
        self._options = {"dialect": "path", "cities": "almaty,astana", "backend": "", **options, "port": port}
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> Self:
        """Returns once it answers; raises RuntimeError when it ends instead."""
        given = self._options | {
            "token": self.token,
            "railway_token": self.railway_token,
            "webhook_secret": self.webhook_secret,
        }
        arguments = [f"--{name.replace('_', '-')}={value}" for name, value in given.items()]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "dev.simulator", *arguments],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            preexec_fn=die_with_parent(signal.SIGKILL),
        )
        assert self._process.stdout
        self.url = self._process.stdout.readline().strip()
        if not self.url:
            raise RuntimeError(f"The simulator ended with code {self._process.wait()}")
        return self

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        assert self._process.stdout
        self._process.stdout.close()
        self._process = None

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    @property
    def florist(self) -> Florist:
        return Florist(self.url)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
