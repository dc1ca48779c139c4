"""Asks for runs and works them, slice by slice; what a run owes is settled the moment it rings."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import text

from bitrix.client import Bitrix
from bitrix.config import BitrixConfig
from dev.simulator.process import SimulatorProcess
from models import ReconcileDrift, ReconcileRun, begin, engine
from sync.outbox.settle import settle
from sync.reconcile import runs
from sync.reconcile.work import Terms, work_slice
from sync.rules import Rules
from tests.people import MIRRORED

QUICK = Terms(lease_s=20, slice_s=15, patience_s=0.3, poll_s=0.01, page_retry_s=0.001, page_longest_s=5)
MOST_SLICES = 60


class Runner:
    def __init__(self, site: SimulatorProcess, terms: Terms = QUICK, verify_after_s: float = 0) -> None:
        config = BitrixConfig(base_url=site.url, token=site.token, railway_token=site.railway_token)
        self.there = Bitrix(config)
        self.terms = terms
        self.rung: Callable[[], None] = self.settle
        self.rules = Rules(
            verify_after_s=verify_after_s,
            hint_after_s=0.2,
            backoff_first_s=0.01,
            backoff_cap_s=0.05,
            site_url=site.url,
            ring=self._ring,
        )

    def ask(self, kind: str, **how: Any) -> int:
        with begin() as session:
            return runs.ask(session, MIRRORED, kind, **how).id

    def slice(self, **terms: Any) -> bool:
        """One slice of whatever wants one."""
        return work_slice(engine(), self.there, self.rules, replace(self.terms, **terms))

    def work(self, run_id: int) -> ReconcileRun:
        """Slices until this run has ended."""
        for _ in range(MOST_SLICES):
            if not self.slice() or run(run_id).finished_at:
                break
        return run(run_id)

    def run(self, kind: str, **how: Any) -> ReconcileRun:
        return self.work(self.ask(kind, **how))

    def settle(self) -> None:
        """Everything that is due now."""
        settle(engine(), self.there, self.rules, workers=2, budget_s=10)

    def _ring(self, bell: str) -> None:
        if bell == "outbox":
            self.rung()


def run(run_id: int) -> ReconcileRun:
    with begin() as session:
        return session.get_one(ReconcileRun, run_id)


def drift(run_id: int) -> list[ReconcileDrift]:
    with begin() as session:
        return session.query(ReconcileDrift).filter_by(run_id=run_id).order_by(ReconcileDrift.id).all()


def kinds(run_id: int) -> list[tuple[str, str | None, str]]:
    """Kind, field and state of each row of drift."""
    return sorted((row.kind, row.field, row.state) for row in drift(run_id))


def value(statement: str, **values: Any) -> Any:
    with engine().connect() as connection:
        return connection.execute(text(statement), values).scalar()


def execute(statement: str, **values: Any) -> None:
    with engine().begin() as connection:
        connection.execute(text(statement), values)
