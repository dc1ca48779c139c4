"""When, as data. Names are strings, so that this page imports nothing of what it starts."""

from dataclasses import dataclass
from typing import Any

from celery.schedules import crontab, schedule

from settings import Settings

QUEUES = ("inbox", "outbox", "reconcile", "default")


@dataclass(frozen=True)
class Job:
    """One line of the timetable: `every` in seconds, or `cron` in five fields, Asia/Almaty."""

    task: str
    queue: str
    why: str
    every: float | None = None
    cron: str | None = None
    args: tuple[Any, ...] = ()
    enabled: bool = True

    @property
    def options(self) -> dict[str, Any]:
        """How Celery sends it. A job nobody took for a minute is stale: the next one does its work."""
        return {"queue": self.queue, "expires": 60 if self.every else 3600}


def jobs(settings: Settings) -> dict[str, Job]:
    durations = settings.durations
    sweep = durations.sweep_every
    return {
        "inbox-sweep": Job(
            "tasks.inbox.sweep", "inbox", "doorbells get lost: the rows say what is due", every=sweep
        ),
        "outbox-sweep": Job(
            "tasks.outbox.settle", "outbox", "finds what became due, and leases whose worker died", every=sweep
        ),
        **{
            f"canary-{queue}": Job(
                "tasks.default.canary",
                queue,
                "a worker can be deaf and answer pings: only a round trip proves it hears",
                every=durations.canary_every,
                args=(queue,),
            )
            for queue in QUEUES
        },
        "reconcile-active": Job(
            "tasks.reconcile.start",
            "reconcile",
            "orders under way are what customers wait for: a lost webhook must not cost them an hour",
            every=durations.reconcile_active,
            args=("active",),
        ),
        "reconcile-products": Job(
            "tasks.reconcile.start",
            "reconcile",
            "a wrong price is sold within the hour",
            every=durations.reconcile_products,
            args=("products",),
        ),
        "reconcile-nightly": Job(
            "tasks.reconcile.start",
            "reconcile",
            "everything, when nobody orders: both sides agree by morning",
            cron="30 2 * * *",
            args=("nightly",),
        ),
        "reconcile-catch-up": Job(
            "tasks.reconcile.catch_up",
            "reconcile",
            "starts what was missed, and goes on with a run whose worker died",
            every=durations.reconcile_catch_up,
        ),
        "alerts": Job(
            "tasks.default.alerts",
            "default",
            "somebody is told within a minute or two, and once",
            every=durations.alerts_every,
        ),
        "sync-sample": Job(
            "tasks.default.sample",
            "default",
            "the charts have a point for each minute: by the clock, for every 60 s would drift past one",
            cron="* * * * *",
        ),
        "release-stale-reservations": Job(
            "tasks.default.release_stale",
            "default",
            "goods promised to orders nobody paid in 72 h",
            cron="17 * * * *",
        ),
        "forget-answers": Job(
            "tasks.default.forget_old_answers",
            "default",
            "answers kept for repeated requests name people: a day is promised, and an hour more is all they get",
            cron="47 * * * *",
        ),
        "retention": Job(
            "tasks.default.retention",
            "default",
            "after the nightly comparison (02:30), before the florists come",
            cron="20 5 * * *",
        ),
    }


def timing(every: float | None, cron: str | None) -> schedule:
    """Celery's schedule of seconds or of a cron line. Raises ValueError for a line that is not one."""
    if every is not None:
        return schedule(every)
    fields = (cron or "").split()
    if len(fields) != 5:
        raise ValueError("a cron line has five fields: minute hour day month weekday")
    minute, hour, day, month, weekday = fields
    return crontab(minute=minute, hour=hour, day_of_month=day, month_of_year=month, day_of_week=weekday)


def beat_schedule(settings: Settings) -> dict[str, dict[str, Any]]:
    """The timetable in Celery's own form."""
    return {
        name: {
            "task": job.task,
            "schedule": timing(job.every, job.cron),
            "args": job.args,
            "options": job.options,
        }
        for name, job in jobs(settings).items()
    }
