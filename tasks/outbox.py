"""Doorbell and sweep of the outbox."""

import settings
from models import engine
from sync.outbox.settle import settle as settle_outbox
from tasks.app import app
from tasks.wiring import rules, site


@app.task
def settle() -> None:
    """Work what is due. Without a site there is nobody to agree with, and the debts wait."""
    current, there = settings.current(), site()
    if there is not None:
        workers, budget_s = current.outbox_concurrency, current.durations.task_budget
        settle_outbox(engine(), there, rules(), workers=workers, budget_s=budget_s)
