"""The stack from its first server to its last process, in the foreground of whoever calls."""

import contextlib
import os
import shutil
import signal
import socket
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import redis

from dev import procfile
from dev.reaper import Reaper
from dev.stack import credentials, health, instance, table
from dev.stack.console import Console
from dev.stack.environment import Addresses, environment, environment_of
from dev.stack.servers import Servers
from dev.stack.state import State
from dev.supervise import Interrupted, Supervisor

STOP_PATIENCE_S = 6  # of the ten a stop may take in all, the servers need some too
HEALTH_EVERY_S = 0.5
PORT_TIMEOUT_S = 30


class Failed(RuntimeError):
    """A step that the rest cannot do without did not work."""


class Stack:
    """The product of the checkout in `directory`, for somebody with the environment `given`."""

    def __init__(self, directory: Path, given: Mapping[str, str], console: Console) -> None:
        self.directory = directory
        self.home = directory / ".dev"
        self.given = given
        self.console = console
        self.lock = instance.acquire(self.home)  # let go by the end of this process, and of the reaper
        self.reaper = Reaper(inherit=[self.lock.fileno()])
        self.addresses = Addresses()
        self.state = State(self.home)
        self.state.remove()
        self.reaper.remove(self.state.file)
        self.servers = Servers(self.home, given, self.reaper)
        self.supervisor = Supervisor(directory, self.reaper, console.say, self._before_start)
        secrets = credentials.load(self.home / "secrets.json")
        self.env = environment(given, secrets | self.servers.urls, self.addresses, self._empty("metrics"))
        self.healthy = threading.Event()

    def run(self) -> None:
        """Until SIGINT, SIGTERM or SIGHUP. Raises Failed, GaveUp, ServerError."""
        for sig in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if not (sig == signal.SIGHUP and signal.getsignal(sig) == signal.SIG_IGN):  # under nohup
                signal.signal(sig, lambda *_: self.supervisor.interrupt())
        try:
            self._start()
            self._keep_running()
        except Interrupted:
            self.console.say("stack", "stops")
        finally:
            self._stop()

    def _start(self) -> None:
        self.servers.start()
        product = procfile.parse(self.directory / "Procfile")
        beside = procfile.parse(self.directory / "dev" / "Procfile")
        if not self._simulated:
            beside.pop("simulator", None)
        release, demo = product.pop("release", None), beside.pop("demo", None)
        if panel := beside.pop("panel", None):
            self._aside("panel", panel)
        self._keep(beside)
        if release:
            self._once("release", release)
        for name in beside:
            self._wait_for_port(name)
        first_time = not self.state.has_logins
        if demo and first_time:
            self._once("demo", demo)
        self._keep(product)
        if demo and not first_time:  # only adds what is missing: no reason to wait for it
            self._once("demo", demo)

    def _keep_running(self) -> None:
        threading.Thread(target=self._wait_until_healthy, daemon=True).start()
        shown = False
        while True:
            self._tick()
            state = self.state.write(self._facts(), self._pids())
            if self.healthy.is_set() and not shown:
                shown = True
                for line in table.lines(state):
                    self.console.say("stack", line)

    def _tick(self) -> None:
        self.supervisor.step()
        self.servers.look_after(self.console.say)
        self.console.flush()

    def _stop(self) -> None:
        self.supervisor.stop(STOP_PATIENCE_S)
        self.servers.stop()
        self.reaper.close()
        self.console.flush()

    def _keep(self, commands: Mapping[str, str]) -> None:
        for name, command in commands.items():
            self.supervisor.start(name, command, environment_of(name, self.env, self.addresses))

    def _aside(self, name: str, command: str) -> None:
        """Nobody waits for it, and it may fail."""
        self.supervisor.start(name, command, environment_of(name, self.env, self.addresses), once=True)

    def _once(self, name: str, command: str) -> None:
        code = self.supervisor.run_once(name, command, environment_of(name, self.env, self.addresses))
        if code:
            raise Failed(f"{name} ended with code {code}: {command}")

    def _before_start(self, name: str) -> None:
        if name == "beat":
            # Its predecessor is dead for certain, but its lock would keep this one waiting.
            with (
                contextlib.suppress(redis.RedisError),
                redis.Redis.from_url(self.env["REDIS_URL"], socket_timeout=1) as client,
            ):
                client.delete("redbeat::lock")

    def _wait_for_port(self, name: str) -> None:
        deadline = time.monotonic() + PORT_TIMEOUT_S
        while True:
            self._tick()
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", self.addresses.ports[name]), timeout=1).close()
                return
            if time.monotonic() > deadline:
                raise Failed(f"{name} does not listen on port {self.addresses.ports[name]}")

    def _wait_until_healthy(self) -> None:
        while not health.healthy(self.addresses.url("web")):
            time.sleep(HEALTH_EVERY_S)
        self.healthy.set()

    def _empty(self, name: str) -> Path:
        directory = self.home / name
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir()
        return directory

    @property
    def _simulated(self) -> bool:
        return not self.given.get("BITRIX_BASE_URL")

    def _pids(self) -> dict[str, int]:
        return {"runner": os.getpid(), **self.servers.pids, **self.supervisor.pids}

    def _facts(self) -> dict[str, Any]:
        return {
            "web": self.addresses.url("web"),
            "flower": self.addresses.url("flower"),
            "simulator": self.addresses.url("simulator") if self._simulated else None,
            "database_url": self.env["DATABASE_URL"],
            "redis_url": self.env["REDIS_URL"],
            "webhook_secret": self.env["WEBHOOK_SECRET"],
            "flower_auth": self.env["FLOWER_BASIC_AUTH"],
        }
