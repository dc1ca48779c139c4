"""The timetable as it is in force: the code's lines, and over them what staff changed."""

from dataclasses import replace
from typing import Any

import structlog
from redbeat import RedBeatSchedulerEntry
from redis.exceptions import RedisError
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

import settings
from models import ScheduleOverride, begin
from schedules import Job, jobs, timing
from tasks.app import app

log = structlog.get_logger(__name__)


def line(name: str) -> Job:
    """A job as it is in force. Raises KeyError for a name that is not in the timetable."""
    job = jobs(settings.current())[name]
    with begin() as session:
        override = session.get(ScheduleOverride, name)
    return replace(job, every=override.every, cron=override.cron) if override and _retimed(override) else job


def overrides(beat_schedule: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The beat schedule with every edit in the table applied to it."""
    with begin() as session:
        edits = {row.name: row for row in session.scalars(select(ScheduleOverride))}
    return {name: entry | _changes(edits.get(name)) for name, entry in beat_schedule.items()}


def edit(name: str, *, every: float | None, cron: str | None, enabled: bool, user_id: int | None) -> None:
    """Keep an edit, and tell the running beat. Without a broker the edit waits in its table for beat's next start.

    Raises KeyError for an unknown name, ValueError for a line that is no schedule.
    """
    job = jobs(settings.current())[name]
    when = timing(every, cron) if every is not None or cron else timing(job.every, job.cron)
    values = {"every": every, "cron": cron, "enabled": enabled, "updated_by": user_id}
    row = insert(ScheduleOverride).values(name=name, **values)
    with begin() as session:
        session.execute(row.on_conflict_do_update(index_elements=["name"], set_=values))
    entry = RedBeatSchedulerEntry(
        name, job.task, when, args=job.args, options={"queue": job.queue}, app=app, enabled=enabled
    )
    try:
        entry.save()
    except RedisError as error:
        log.warning("beat_not_told", name=name, error=type(error).__name__)


def _changes(override: ScheduleOverride | None) -> dict[str, Any]:
    if override is None:
        return {"enabled": True}
    retimed = {"schedule": timing(override.every, override.cron)} if _retimed(override) else {}
    return retimed | {"enabled": override.enabled}


def _retimed(override: ScheduleOverride) -> bool:
    return override.every is not None or override.cron is not None
