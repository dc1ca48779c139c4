"""/sync/schedule: when the recurring jobs run, and changing that.

There is one timetable, and it keeps the mirrored shop in agreement: to the staff of any other shop it is not there.
"""

from datetime import datetime
from typing import Any

import redis
import structlog
from sqlalchemy import select

from models import ScheduleOverride, begin
from schedules import Job, jobs
from sync.reconcile.due import start_now
from tasks import doorbell, timetable
from web import caller, tenant
from web.api.sync.blueprint import blueprint
from web.configuration import settings
from web.errors import Problem, existing
from web.pagination import one_page
from web.schemas.listing import list_of
from web.schemas.sync.schedule import JobEdit, JobSchema, StartedSchema

log = structlog.get_logger()

COMPARISON = "tasks.reconcile.start"


@blueprint.get("/schedule")
@blueprint.response(200, list_of(JobSchema))
def schedule() -> dict[str, Any]:
    """Every recurring job, and when it runs"""
    return one_page(lines(_timetable()))


@blueprint.patch("/schedule/<name>")
@blueprint.arguments(JobEdit)
@blueprint.response(200, JobSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def edit_schedule(given: dict[str, Any], name: str) -> dict[str, Any]:
    """Change when a job runs, or switch it off

    The edit outlives a Valkey that forgot everything; a running beat hears of it at once.
    """
    job = existing(_timetable().get(name))
    with begin() as session:
        former = session.get(ScheduleOverride, name)
    values = _merged(former, given)
    try:
        timetable.edit(name, **values, user_id=caller.current().id)
    except redis.RedisError as error:  # the edit is in its table, and beat reads that when it starts
        log.warning("beat_not_told", job=name, error=type(error).__name__)
    return lines({name: job})[0]


@blueprint.post("/schedule/<name>/run")
@blueprint.response(202, StartedSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def run_job(name: str) -> dict[str, Any]:
    """Run a job now, whether it is due or not

    The run of a comparison can be watched. 503 while there is no broker to send any other job through.
    """
    job = existing(_timetable().get(name))
    if job.task == COMPARISON:
        return {"name": name, "run_id": _compare(job.args[0])}
    try:
        timetable.run_now(name)
    except OSError as error:
        log.warning("job_not_sent", job=name, error=type(error).__name__)
        raise Problem(503, "The broker is out of reach", headers={"Retry-After": "5"}) from None
    return {"name": name, "run_id": None}


def _compare(plan: str) -> int:
    with tenant.staff() as session:
        run = start_now(session, tenant.shop_id(session), plan)
    doorbell.ring("reconcile")
    return run.id


def _timetable() -> dict[str, Job]:
    with tenant.staff() as session:
        return jobs(settings()) if tenant.own_shop(session).mirrors_bitrix else {}


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


def lines(timetabled: dict[str, Job]) -> list[dict[str, Any]]:
    """These jobs as they are in force, each with its times."""
    with begin() as session:
        edits = {row.name: row for row in session.scalars(select(ScheduleOverride))}
    ran = timetable.last_runs(timetabled)
    return [_line(name, job, edits.get(name), ran.get(name)) for name, job in timetabled.items()]


def _line(name: str, job: Job, edit: ScheduleOverride | None, ran: datetime | None) -> dict[str, Any]:
    retimed = edit is not None and (edit.every is not None or edit.cron is not None)
    source: Any = edit if retimed else job
    enabled = edit is None or edit.enabled
    return {
        "name": name,
        "task": job.task,
        "queue": job.queue,
        "why": job.why,
        "every": source.every,
        "cron": source.cron,
        "enabled": enabled,
        "last_run_at": ran,
        "next_run_at": timetable.next_run(source.every, source.cron, ran) if enabled else None,
        "edited": retimed or not enabled,
    }
