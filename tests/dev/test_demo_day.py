"""The demo on a real stack: every expectation of the day holds, and holds again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dev.reaper import ROOT

OWN = {".dev", ".git"}


class Checkout:
    """The project as it is, with a `.dev` of its own."""

    def __init__(self, directory: Path, env: dict[str, str]) -> None:
        self.directory = directory
        self.env = {**os.environ, **env}
        for path in ROOT.iterdir():
            if path.name not in OWN:
                (directory / path.name).symlink_to(path)

    def run(self, *module: str, timeout_s: float) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *module],
            cwd=self.directory,
            env=self.env,
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
        )


@pytest.fixture
def checkout(tmp_path: Path, fresh_database: str, redis_url: str, clean: None) -> Iterator[Checkout]:
    made = Checkout(tmp_path, {"DATABASE_URL": fresh_database, "REDIS_URL": redis_url})
    yield made
    made.run("dev.stack", "reset", timeout_s=60)


@pytest.mark.long
@pytest.mark.timeout(400)
def test_every_expectation_of_the_day_holds_twice_in_a_row(checkout: Checkout) -> None:
    up = checkout.run("dev.stack", "up", timeout_s=120)
    assert up.returncode == 0, up.stdout + up.stderr
    for _ in range(2):
        day = checkout.run("dev.demo", timeout_s=120)
        assert day.returncode == 0, day.stdout + day.stderr
        assert " NO " not in day.stdout
