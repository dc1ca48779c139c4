"""Doorbell and sweep of the inbox."""

import settings
from models import begin, engine
from sync.inbox.drain import drain as drain_inbox
from sync.orders.parked import wake_linked
from tasks.app import app
from tasks.wiring import rules


@app.task
def drain() -> None:
    """Somebody rang: many events, one task."""
    drain_inbox(engine(), rules(), budget_s=settings.current().durations.task_budget)


@app.task
def sweep() -> None:
    """Nobody rang: what waits is found all the same, parked events of orders linked meanwhile too."""
    with begin() as session:
        wake_linked(session)
    drain()
