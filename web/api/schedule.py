"""/sync/schedule: when the recurring jobs run, and changing that."""

from typing import Any

import redis
import structlog
from sqlalchemy import select

from models import ScheduleOverride, begin
from schedules import Job, jobs
from tasks import timetable
from web import caller
from web.configuration import settings
from web.errors import Problem
from web.parsing import Blueprint
from web.schemas.listing import list_of
from web.schemas.schedule import JobEdit, JobSchema

log = structlog.get_logger()

blueprint = Blueprint("sync", __name__, url_prefix="/api/v1/sync", description="The sync console")


@blueprint.get("/schedule")
@blueprint.response(200, list_of(JobSchema))
def schedule() -> dict[str, Any]:
    """Every recurring job, and when it runs"""
    lines = _lines()
    return {"items": lines, "total": len(lines), "next": None}


@blueprint.patch("/schedule/<name>")
@blueprint.arguments(JobEdit)
@blueprint.response(200, JobSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def edit_schedule(given: dict[str, Any], name: str) -> dict[str, Any]:
    """Change when a job runs, or switch it off

    The edit outlives a Valkey that forgot everything; a running beat hears of it at once.
    """
    if name not in jobs(settings()):
        raise Problem(404, "Not found")
    with begin() as session:
        former = session.get(ScheduleOverride, name)
    values = _merged(former, given)
    try:
        timetable.edit(name, **values, user_id=caller.current().id)
    except redis.RedisError as error:  # the edit is in its table, and beat reads that when it starts
        log.warning("beat_not_told", job=name, error=type(error).__name__)
    return next(line for line in _lines() if line["name"] == name)


def _merged(former: ScheduleOverride | None, given: dict[str, Any]) -> dict[str, Any]:
    """The former edit with what is sent over it; a time of one kind drops that of the other."""
    values: dict[str, Any] = {
        "every": former.every if former else None,
        "cron": former.cron if former else None,
        "enabled": former.enabled if former else True,
    }
    for kind, other in (("every", "cron"), ("cron", "every")):
        if given.get(kind) is not None:
            values[other] = None
    return values | given


def _lines() -> list[dict[str, Any]]:
    with begin() as session:
        edits = {row.name: row for row in session.scalars(select(ScheduleOverride))}
    return [_line(name, job, edits.get(name)) for name, job in jobs(settings()).items()]


def _line(name: str, job: Job, edit: ScheduleOverride | None) -> dict[str, Any]:
    retimed = edit is not None and (edit.every is not None or edit.cron is not None)
    source: Any = edit if retimed else job
    return {
        "name": name,
        "task": job.task,
        "queue": job.queue,
        "why": job.why,
        "every": source.every,
        "cron": source.cron,
        "enabled": edit is None or edit.enabled,
        "edited": edit is not None and (retimed or not edit.enabled),
    }
