"""The timetable as it is in force: the code's lines, and over them what staff changed."""

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import redis
import structlog
from kombu.exceptions import OperationalError
from redbeat import RedBeatSchedulerEntry
from redbeat.decoder import RedBeatJSONDecoder
from redis.exceptions import RedisError
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

import settings
from models import ScheduleOverride, begin
from schedules import Job, jobs, timing
from tasks.app import app

log = structlog.get_logger(__name__)

BRIEFLY = {"socket_timeout": 1, "socket_connect_timeout": 1}  # somebody waits for the answer


def line(name: str) -> Job:
    """A job as it is in force. Raises KeyError for a name that is not in the timetable."""
    job = jobs(settings.current())[name]
    with begin() as session:
        override = session.get(ScheduleOverride, name)
    if override is None:
        return job
    timed = replace(job, every=override.every, cron=override.cron) if _retimed(override) else job
    return replace(timed, enabled=override.enabled)


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
        name, job.task, when, args=job.args, options=job.options, app=app, enabled=enabled
    )
    try:
        entry.save()
    except RedisError as error:
        log.warning("beat_not_told", name=name, error=type(error).__name__)


def run_now(name: str) -> None:
    """Send a job's task off, out of turn. Raises KeyError for an unknown name, OSError where no broker is there."""
    job = jobs(settings.current())[name]
    options = {**BRIEFLY, "retry_on_timeout": False, "max_retries": 0}
    try:
        with app.connection_for_write(transport_options=options) as connection:
            app.send_task(job.task, args=job.args, queue=job.queue, connection=connection, retry=False)
    except OperationalError as error:
        raise ConnectionError(str(error)) from error


def last_runs(names: Collection[str]) -> dict[str, datetime | None]:
    """When beat last sent each job off, as far as Valkey remembers; empty where it cannot be asked."""
    try:
        with redis.Redis.from_url(app.conf.broker_url, retry=None, **BRIEFLY) as valkey:
            pipeline = valkey.pipeline(transaction=False)
            for name in names:
                pipeline.hget(f"redbeat:{name}", "meta")
            return dict(zip(names, map(_last_run, pipeline.execute()), strict=True))
    except RedisError as error:
        log.warning("beat_not_asked", error=type(error).__name__)
        return {}


def next_run(every: float | None, cron: str | None, last: datetime | None) -> datetime:
    """When a job that ran at `last` is due; now where that is over, or nobody remembers."""
    remaining = timing(every, cron).remaining_estimate((last or datetime.now(UTC)).astimezone(app.timezone))
    return (datetime.now(UTC) + max(remaining, timedelta(0))).replace(microsecond=0)


def _last_run(meta: bytes | None) -> datetime | None:
    known = json.loads(meta, cls=RedBeatJSONDecoder).get("last_run_at") if meta else None
    return known.astimezone(UTC) if known else None


def _changes(override: ScheduleOverride | None) -> dict[str, Any]:
    if override is None:
        return {"enabled": True}
    retimed = {"schedule": timing(override.every, override.cron)} if _retimed(override) else {}
    return retimed | {"enabled": override.enabled}


def _retimed(override: ScheduleOverride) -> bool:
    return override.every is not None or override.cron is not None
