"""The embedded PostgreSQL and Valkey of the stack, unless others are given."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from dev.embedded import Postgres, ServerError, Valkey
from dev.embedded.server import Server
from dev.ports import Reservation, stable
from dev.reaper import Reaper

PAUSE_S = 1.0


class Servers:
    """Started before everything else, stopped after it, and started again when they die."""

    def __init__(self, home: Path, given: Mapping[str, str], reaper: Reaper) -> None:
        self._reaper = reaper
        self._servers: dict[str, Server] = {}
        self._watched: dict[str, int] = {}
        self._next_try = 0.0
        self.urls = {name: given[name] for name in ("DATABASE_URL", "REDIS_URL") if given.get(name)}
        # The same ports at every start: a client or a bookmark of the developer stays right.
        if "DATABASE_URL" not in self.urls:
            self._postgres_port = Reservation(stable(f"{home}/postgres"))
            postgres = Postgres(home / "postgres", port=self._postgres_port.port)
            self._servers["postgres"] = postgres
            self.urls["DATABASE_URL"] = postgres.url()
        if "REDIS_URL" not in self.urls:
            self._valkey_port = Reservation(stable(f"{home}/valkey"))
            valkey = Valkey(home / "valkey", port=self._valkey_port.port)
            self._servers["valkey"] = valkey
            self.urls["REDIS_URL"] = valkey.url()

    @property
    def pids(self) -> dict[str, int]:
        return {name: server.pid for name, server in self._servers.items() if server.running}

    def start(self) -> None:
        """Raises ServerError."""
        for name in self._servers:
            self._start(name)

    def look_after(self, say: Callable[[str, str], None]) -> None:
        """Start again whoever died, at most one try a second."""
        dead = [name for name, server in self._servers.items() if not server.running]
        if not dead or time.monotonic() < self._next_try:
            return
        self._next_try = time.monotonic() + PAUSE_S
        for name in dead:
            say(name, "ended, starts again")
            try:
                self._start(name)
            except ServerError as error:
                say(name, str(error))

    def stop(self) -> None:
        for name, server in self._servers.items():
            server.stop()
            self._forget(name)

    def _start(self, name: str) -> None:
        self._forget(name)
        server = self._servers[name].start()
        self._watched[name] = server.pid
        self._reaper.watch(server.pid, server.stop_signal)

    def _forget(self, name: str) -> None:
        if name in self._watched:
            self._reaper.forget(self._watched.pop(name))
