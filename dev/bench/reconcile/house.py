"""As much of the product as a comparison needs: its worker, the outbox's, and beat, whose timetable starts none."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psutil
from celery import Celery
from psycopg2.extensions import cursor as Cursor

from dev.bench.house import House
from dev.reaper import ROOT
from dev.simulator.process import SimulatorProcess

SHOP = 17008
CITY = "almaty"
PROCESSES = ("reconcile", "outbox", "beat")
BY_TIMETABLE = ("active", "products", "nightly")


class ComparingHouse(House):
    """It has one mirrored shop with nothing in it."""

    def __init__(self) -> None:
        super().__init__(SimulatorProcess(cities=CITY))

    def ring(self) -> None:
        """There is work for the comparing worker."""
        with Celery(broker=self.valkey.url(), set_as_current=False) as bell:
            bell.send_task("tasks.reconcile.work", queue="reconcile")

    def measured(self, module: str, *arguments: object) -> dict[str, Any]:
        """What a module prints as JSON, run as a process of this house."""
        command = [sys.executable, "-m", module, *map(str, arguments)]
        printed = subprocess.run(
            command, cwd=ROOT, env=self._environment(module), stdout=subprocess.PIPE, check=True
        )
        return dict(json.loads(printed.stdout))

    @contextmanager
    def held_still(self, name: str) -> Iterator[None]:
        """A part of the house does nothing while the block runs, and loses nothing by it."""
        processes = [psutil.Process(pid) for pid in self.pids()[name]]
        for process in processes:
            process.suspend()
        try:
            yield
        finally:
            for process in processes:
                process.resume()

    def _open(self) -> None:
        self._start_servers()
        with self.database() as cursor:
            _add_shop(cursor)
        self.start(*PROCESSES)


def _add_shop(cursor: Cursor) -> None:
    cursor.execute(
        "INSERT INTO shop (id, name, mirrors_bitrix, mirrored_since) VALUES (%s, 'bench', true, now())", [SHOP]
    )
    for plan in BY_TIMETABLE:
        cursor.execute("INSERT INTO schedule_override (name, enabled) VALUES (%s, false)", [f"reconcile-{plan}"])
