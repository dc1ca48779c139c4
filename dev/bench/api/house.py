"""As much of the product as an API needs: the web and its servers, around a shop of many rows."""

import contextlib
import http.client
import json
import subprocess
import sys
from typing import Any

from dev.bench.api.seed import DIRECTOR, PASSWORD, seed
from dev.bench.api.sizes import Sizes
from dev.bench.house import House, until
from dev.reaper import ROOT
from dev.simulator.process import SimulatorProcess

LOGIN = json.dumps({"phone": DIRECTOR, "password": PASSWORD})


class ApiHouse(House):
    """No worker runs: nothing but the web answers."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__(SimulatorProcess(cities="almaty"))
        self._sizes = sizes

    def token(self) -> str:
        """Of the shop's director."""
        with contextlib.closing(self._connection()) as connection:
            connection.request("POST", "/api/v1/auth/login", LOGIN, {"Content-Type": "application/json"})
            return str(json.load(connection.getresponse())["access_token"])

    def measured(self, module: str) -> dict[str, Any]:
        """What a module prints as JSON in its last line, run as a process of this house."""
        command = [sys.executable, "-m", module]
        printed = subprocess.run(
            command, cwd=ROOT, env=self._environment(module), stdout=subprocess.PIPE, check=True
        )
        return dict(json.loads(printed.stdout.splitlines()[-1]))

    def _open(self) -> None:
        self._start_servers()
        with self.database() as cursor:
            seed(cursor, self._sizes)
        self.start("web")
        until(self._answers, "answering")

    def _environment(self, name: str) -> dict[str, str]:
        return super()._environment(name) | {"RATE_LIMITS": "off"}

    def _answers(self) -> bool:
        with contextlib.suppress(OSError), contextlib.closing(self._connection()) as connection:
            connection.request("GET", "/ready")
            return connection.getresponse().status == 200
        return False

    def _connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
