"""The life of one embedded server: start, stop, kill, and start again on the same port."""

import secrets
import signal
import subprocess
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, ClassVar, Self

from dev import ports
from dev.parent import die_with_parent

START_TIMEOUT_S = 30
STOP_TIMEOUT_S = 15
LOG_TAIL_CHARS = 1500


class ServerError(RuntimeError):
    """The server did not come up; the message ends with the last lines of its log."""


class Unavailable(ServerError):
    """There is no binary of this server for this platform."""


class Server(ABC):
    """A child process that listens on one port of the loopback and keeps everything it has below `home`.

    It dies with the thread that started it. `home` belongs to one instance at a time.
    """

    title: ClassVar[str]
    stop_signal: ClassVar[signal.Signals]

    def __init__(self, home: Path, port: int | None) -> None:
        self.home = home.absolute()
        self.port = port or ports.any_free()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        """Return once the server answers. Raises ServerError when it does not."""
        if self.running:
            return self
        self.home.mkdir(parents=True, exist_ok=True)
        self._prepare()
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for the runner, which stops the servers last
                preexec_fn=die_with_parent(self.stop_signal),
                **self._process_options(),
            )
        self._wait_until_it_answers(self._process)
        return self

    def stop(self) -> None:
        """End in good order; a server that takes longer than 15 s is killed."""
        if self._process is None:
            return
        if self.running:
            self._process.send_signal(self.stop_signal)
            self._process.send_signal(signal.SIGCONT)  # a frozen one would never see it
            try:
                self._process.wait(STOP_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
        self._process.wait()

    def kill(self) -> None:
        """SIGKILL, as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """Of the last process started, be it alive or not."""
        if self._process is None:
            raise ServerError(f"{self.title} was never started")
        return self._process.pid

    @property
    def log(self) -> Path:
        return self.home / f"{self.title.lower()}.log"

    @property
    def password(self) -> str:
        """Generated at first use and kept in `home`, readable by its owner only."""
        file = self.home / "password"
        if not file.exists():
            self._write_password(secrets.token_hex(16))
        return file.read_text()

    def _write_password(self, password: str) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        file = self.home / "password"
        file.touch(mode=0o600)
        file.write_text(password)

    @abstractmethod
    def _prepare(self) -> None:
        """Make the data directory fit to start on."""

    @abstractmethod
    def _command(self) -> list[str]: ...

    @abstractmethod
    def _answers(self) -> bool: ...

    def _process_options(self) -> dict[str, Any]:
        return {}

    def _wait_until_it_answers(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_TIMEOUT_S
        while not self._answers():
            if process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                tail = self.log.read_text(errors="replace")[-LOG_TAIL_CHARS:]
                raise ServerError(f"{self.title} did not start on port {self.port}:\n{tail}")
            time.sleep(0.02)
