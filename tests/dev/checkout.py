"""A directory in which the one-command stack is run, with a product that takes no time."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import psutil

from dev.reaper import ROOT
from tests.processes import Process

WEB = """
import http.server, os
class Health(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"status": "healthy"}')
server = http.server.ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Health)
print("forked", os.fork(), flush=True)
server.serve_forever()
"""
PROCFILE = "web: python web.py\nbeat: sleep 600\n"


class Checkout:
    """A directory with a Procfile in which the stack is run as in the project's own."""

    def __init__(self, directory: Path, env: Mapping[str, str]) -> None:
        self.directory = directory
        self.env = {"PYTHONPATH": str(ROOT), **env}
        self.write("web.py", WEB)
        self.write("Procfile", PROCFILE)
        self.write("dev/Procfile", "")

    def write(self, name: str, text: str) -> None:
        (self.directory / name).parent.mkdir(exist_ok=True, parents=True)
        (self.directory / name).write_text(text)

    def stack(self, command: str) -> subprocess.CompletedProcess[str]:
        """Returns when nobody holds its output any more."""
        return subprocess.run(
            [sys.executable, "-m", "dev.stack", command],
            cwd=self.directory,
            env={**os.environ, **self.env},
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )

    def up(self) -> dict[str, Any]:
        done = self.stack("up")
        assert done.returncode == 0, done.stdout + done.stderr
        return self.state

    def run(self) -> Process:
        return Process(["python", "-m", "dev.stack", "run"], self.env, self.directory / "output", self.directory)

    @property
    def state(self) -> dict[str, Any]:
        return json.loads((self.directory / ".dev" / "stack.json").read_text())

    @property
    def log(self) -> str:
        return (self.directory / ".dev" / "log" / "stack.log").read_text()

    def family(self) -> list[int]:
        """Every process of the running stack."""
        runner = psutil.Process(self.state["pids"]["runner"])
        return [runner.pid, *(child.pid for child in runner.children(recursive=True))]


def until(condition: Callable[[], object], timeout_s: float = 30) -> None:
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)
