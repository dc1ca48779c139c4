"""Housekeeping."""

from datetime import UTC, datetime, timedelta

import settings
from models import begin, engine
from shop import tallies
from shop.forgotten import forget as forget_people
from shop.stale import release_stale as release_stale_reservations
from sync import samples
from sync.retention import anonymise, drop_staging, forget, forget_answers, forget_audit, forget_samples
from tasks import wiring
from tasks.alerting import tick
from tasks.app import app
from tasks.heartbeat import beat

UNPAID_FOR = timedelta(hours=72)
BATCH = 200
MINUTE = timedelta(minutes=1)
MANY = 100_000  # sign-ins of one night


@app.task
def canary(queue: str) -> None:
    """The round trip that proves a worker of this queue hears."""
    beat(f"worker:{queue}", ok=True)


@app.task
def alerts() -> None:
    """Tell people of trouble, and that it is over."""
    tick()


@app.task
def sample() -> None:
    """Keep how both sides stood at the end of the last minute, for the charts."""
    minute = datetime.now(UTC).replace(second=0, microsecond=0) - MINUTE
    calls, state = wiring.calls().of(minute), wiring.breaker().state().name
    with begin() as session:
        samples.keep(session, minute, calls, state)


@app.task
def release_stale() -> None:
    """Give back what was promised to orders that stayed new for 72 hours."""
    before = datetime.now(UTC) - UNPAID_FOR
    while _released(before) == BATCH:
        pass


@app.task
def retention() -> None:
    """Keep the tables bounded."""
    current = settings.current()
    anonymise(engine(), current.anonymise_after_days)
    forget(engine(), current.retention_days)
    forget_audit(engine())
    forget_samples(engine())
    drop_staging(engine())
    tallies.fold(engine())
    now = datetime.now(UTC)
    with begin() as session:
        forget_people(session, now, now - timedelta(days=current.retention_days), MANY)


@app.task
def forget_old_answers() -> None:
    """Requests older than a day may be made again under the same key; what they were answered is personal."""
    forget_answers(engine())


def _released(before: datetime) -> int:
    with begin() as session:
        return release_stale_reservations(session, before, BATCH)
