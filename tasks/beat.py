"""Beat: RedBeat that shows a sign of life in PostgreSQL, and keeps the timetable as staff edited it."""

import time
from typing import Any

import structlog
from redbeat import RedBeatScheduler
from sqlalchemy.exc import SQLAlchemyError

import settings
from tasks.heartbeat import beat
from tasks.timetable import overrides

log = structlog.get_logger(__name__)


class Scheduler(RedBeatScheduler):
    """Two of these are harmless: RedBeat's lock lets one tick, and every job may come twice or never."""

    _noted = 0.0

    def setup_schedule(self) -> None:
        """The code's timetable, with the edits that outlive a Valkey that forgot everything."""
        try:
            self.app.conf.beat_schedule = overrides(self.app.conf.beat_schedule)
        except SQLAlchemyError as error:
            log.warning("timetable_as_in_code", error=type(error).__name__)
        super().setup_schedule()

    def tick(self, *args: Any, **kwargs: Any) -> float:
        pause = super().tick(*args, **kwargs)
        if time.monotonic() - self._noted > settings.current().durations.sweep_every:
            self._noted = time.monotonic()
            try:
                beat("beat", ok=True)
            except SQLAlchemyError as error:
                log.warning("heartbeat_not_noted", name="beat", error=type(error).__name__)
        return min(pause, self.max_interval)
