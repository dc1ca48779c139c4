"""Servers of its own for one run, and the environment that names them; both go with the run."""

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from dev.embedded import FAST, Postgres, Valkey
from dev.migrate import upgrade
from dev.reaper import Reaper


@contextmanager
def opened() -> Iterator[None]:
    reaper = Reaper()
    home = Path(tempfile.mkdtemp(prefix="cvety-fuzz-"))
    home.chmod(0o711)  # as root PostgreSQL runs as somebody else
    reaper.remove(home)
    postgres, valkey = Postgres(home / "postgres", options=FAST), Valkey(home / "valkey", persist=False)
    try:
        for server in (postgres.start(), valkey.start()):
            reaper.watch(server.pid, server.stop_signal)
        upgrade(postgres.url())
        with patch.dict(os.environ, _environment(postgres.url(), valkey.url(), home)):
            yield
    finally:
        valkey.stop()
        postgres.remove()
        reaper.close()


def _environment(database_url: str, redis_url: str, home: Path) -> dict[str, str]:
    return {
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "MEDIA_DIR": str(home / "media"),
        "JWT_SECRET": secrets.token_hex(32),
        "WEBHOOK_SECRET": secrets.token_hex(32),
        "RATE_LIMITS": "off",
        "LOG_LEVEL": "ERROR",
    }
