"""Housekeeping."""

from datetime import UTC, datetime, timedelta

import settings
from models import begin, engine
from shop import tallies
from shop.stale import release_stale as release_stale_reservations
from sync.retention import anonymise, drop_staging, forget
from tasks.alerting import tick
from tasks.app import app
from tasks.heartbeat import beat

UNPAID_FOR = timedelta(hours=72)
BATCH = 200


@app.task
def canary(queue: str) -> None:
    """The round trip that proves a worker of this queue hears."""
    beat(f"worker:{queue}", ok=True)


@app.task
def alerts() -> None:
    """Tell people of trouble, and that it is over."""
    tick()


@app.task
def release_stale() -> None:
    """Give back what was promised to orders that stayed new for 72 hours."""
    with begin() as session:
        release_stale_reservations(session, datetime.now(UTC) - UNPAID_FOR, BATCH)


@app.task
def retention() -> None:
    """Keep the tables bounded."""
    current = settings.current()
    anonymise(engine(), current.anonymise_after_days)
    forget(engine(), current.retention_days)
    drop_staging(engine())
    tallies.fold(engine())
