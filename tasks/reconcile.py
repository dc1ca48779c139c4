"""Start what is due, and work runs slice by slice."""

from datetime import timedelta

import settings
from models import begin, engine
from schedules import timing
from sync.reconcile.due import WHAT, Plan, start_due
from sync.reconcile.work import Terms, work_slice
from tasks.app import app
from tasks.doorbell import ring
from tasks.timetable import line
from tasks.wiring import rules, site


@app.task
def start(plan: str) -> None:
    """The timetable says that it is time; the database says whether it is."""
    job = line(f"reconcile-{plan}")
    slack = timedelta(seconds=job.every / 10 if job.every else 60)
    with begin() as session:
        start_due(session, _plans(plan), slack)
    ring("reconcile")


@app.task
def catch_up() -> None:
    """Whatever was missed is started, and a run whose worker died goes on."""
    with begin() as session:
        start_due(session, _plans(*WHAT))
    ring("reconcile")


@app.task
def work() -> None:
    """One slice of one run, then a ring for the next."""
    there = site()
    if there is not None and work_slice(engine(), there, rules(), terms()):
        ring("reconcile")


def terms() -> Terms:
    current = settings.current()
    durations = current.durations
    return Terms(
        lease_s=durations.reconcile_lease,
        slice_s=durations.reconcile_slice,
        patience_s=durations.reconcile_patience,
        page_retry_s=durations.page_retry,
        page_longest_s=durations.page_longest,
        city=current.bitrix_city,
        pages_at_once=current.bitrix_pages_at_once,
    )


def _plans(*names: str) -> dict[str, Plan]:
    return {name: _plan(name) for name in names if line(f"reconcile-{name}").enabled}


def _plan(name: str) -> Plan:
    job = line(f"reconcile-{name}")
    when = timing(job.every, job.cron)
    # What began in the minute before a cron line's time was for it: the database and beat have two clocks.
    early = timedelta(minutes=0 if job.every else 1)
    # A cron line is read in the zone of the moment it starts from, so that must be the shop's night, not UTC.
    return Plan(
        *WHAT[name],
        remaining=lambda last: when.remaining_estimate((last + early).astimezone(app.timezone)),
        again=timedelta(seconds=settings.current().durations.reconcile_active),
    )
