"""Which runs are due: read from the database, not from beat's memory, so that a job may come twice or never."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from models import ReconcileRun, Shop
from sync.reconcile.runs import ask

LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended('reconcile:due', 0))")

WHAT = {"active": ("orders", True), "products": ("products", False), "nightly": ("all", False)}  # kind, active_only


# Since the run that failed, some run has read the site well. The wait doubles with each failure in a row: a list
# that never rests must not be read all day.
ANSWERS_AGAIN = text(
    """
WITH failures AS (
    SELECT least(count(*), 10) AS number FROM reconcile_run
    WHERE shop_id = :shop_id AND plan = :plan AND parent_id IS NULL AND id > (
        SELECT coalesce(max(id), 0) FROM reconcile_run
        WHERE shop_id = :shop_id AND plan = :plan AND parent_id IS NULL AND phase NOT IN ('failed', 'incomplete')))
SELECT EXISTS (
    SELECT 1 FROM reconcile_run r, failures
    WHERE r.shop_id = :shop_id AND r.phase = 'done' AND r.started_at >= :ended
      AND r.started_at >= CAST(:begun AS timestamptz) + :again * power(2, failures.number - 1))
"""
)


@dataclass(frozen=True)
class Plan:
    """What a plan compares. `remaining(last)` is how long after a run begun at `last` the next one is due.

    `again` is how long after its beginning a run that could not read everything is tried again, at the earliest.
    """

    kind: str
    active_only: bool
    remaining: Callable[[datetime], timedelta]
    again: timedelta


def start_due(session: Session, plans: Mapping[str, Plan], slack: timedelta = timedelta(0)) -> list[int]:
    """Ask for every run that is due, for every mirrored shop; ids of the new runs.

    A plan whose last run has not begun yet is not due again. A new installation has missed nothing: its time
    counts from the day the shop is mirrored; a run that failed counts as missed once the site has answered another.
    `slack` forgives a timer that is early by a little.
    """
    session.execute(LOCK)
    started = []
    for shop in session.scalars(select(Shop).where(Shop.mirrors_bitrix, Shop.is_active)):
        for name, plan in plans.items():
            last = _last(session, shop.id, name)
            if last is not None and last.phase == "queued":
                continue
            since = last.created_at if last is not None else shop.mirrored_since
            if since is None:
                continue
            if plan.remaining(since) <= slack or (last is not None and _answers_again(session, last, plan.again)):
                started.append(_start(session, shop.id, name, plan))
    return started


def start_now(session: Session, shop_id: int, name: str) -> ReconcileRun:
    """The run of a plan, due or not; the one that waits already where there is one."""
    session.execute(LOCK)
    last = _last(session, shop_id, name)
    if last is not None and last.phase == "queued":
        return last
    kind, active_only = WHAT[name]
    return ask(session, shop_id, kind, plan=name, active_only=active_only)


def _last(session: Session, shop_id: int, plan: str) -> ReconcileRun | None:
    return session.scalar(
        select(ReconcileRun)
        .where(ReconcileRun.shop_id == shop_id, ReconcileRun.plan == plan, ReconcileRun.parent_id.is_(None))
        .order_by(ReconcileRun.id.desc())
        .limit(1)
    )


def _answers_again(session: Session, last: ReconcileRun, again: timedelta) -> bool:
    if last.phase not in ("failed", "incomplete"):
        return False
    values = {"shop_id": last.shop_id, "plan": last.plan, "begun": last.created_at, "ended": last.finished_at}
    return bool(session.execute(ANSWERS_AGAIN, values | {"again": again}).scalar_one())


def _start(session: Session, shop_id: int, name: str, plan: Plan) -> int:
    return ask(session, shop_id, plan.kind, plan=name, active_only=plan.active_only).id
