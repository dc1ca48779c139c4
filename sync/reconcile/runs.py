"""The rows of runs: asked for, taken up one slice at a time, finished. Whoever lost the lease writes nothing."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine, Select, func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models import ReconcileRun
from models.base import begin
from models.reconcile_run import WORKING
from shop.errors import Conflict
from sync.reconcile import staging
from sync.reconcile.report import summarise

T = TypeVar("T")
MOST_CRASHES = 25  # a run that kills its worker this often without any progress in between

# The time since it was held last is none without progress: nobody was there to see any.
TAKE_UP = text(
    """
UPDATE reconcile_run SET lease_token = gen_random_uuid(), crashes = crashes + 1,
    progress_at = progress_at + (clock_timestamp() - coalesce(lease_until, clock_timestamp())),
    lease_until = clock_timestamp() + make_interval(secs => :lease_s)
WHERE id = (
    SELECT id FROM reconcile_run
    WHERE phase IN ('reading', 'comparing', 'repairing') AND kind <> 'all'
      AND (lease_until IS NULL OR lease_until <= clock_timestamp())
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, lease_token, crashes
"""
)
PROMOTE = text(
    """
UPDATE reconcile_run SET phase = 'reading', started_at = clock_timestamp(), progress_at = clock_timestamp(),
    city = :city
WHERE id = (
    SELECT id FROM reconcile_run q
    WHERE phase = 'queued' AND kind <> 'all' AND NOT EXISTS (
        SELECT 1 FROM reconcile_run w
        WHERE w.shop_id = q.shop_id AND w.kind = q.kind AND w.phase IN ('reading', 'comparing', 'repairing'))
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, parent_id
"""
)
KEEP = """
UPDATE reconcile_run SET {also} lease_until = clock_timestamp() + make_interval(secs => :lease_s)
WHERE id = :id AND lease_token = :token AND lease_until > clock_timestamp() AND NOT stop_asked
RETURNING id, shop_id, kind, since
"""
KEEP_ONLY = text(KEEP.format(also=""))
KEEP_AND_NOTE = KEEP.format(
    also="checkpoint = checkpoint || CAST(:checkpoint AS jsonb), progress_at = clock_timestamp(), crashes = 0,"
)
NOTE = text(KEEP_AND_NOTE)
LET_GO = text(
    """
UPDATE reconcile_run SET lease_until = clock_timestamp(), lease_token = NULL WHERE id = :id AND lease_token = :token
"""
)


class RunLost(Exception):
    """The lease is somebody else's by now, or the run was asked to stop."""


@dataclass(frozen=True)
class RunLease:
    id: int
    token: UUID
    lease_s: float

    def keep(self, connection: Connection | Session) -> None:
        """Prove, in the transaction of a change, that this run is still ours to write; raises RunLost."""
        self.held(connection.execute(KEEP_ONLY, self.known).all())

    def note(self, connection: Connection, checkpoint: Mapping[str, Any]) -> None:
        """The same, and how far its read is after this transaction."""
        self.held(connection.execute(NOTE, {**self.known, "checkpoint": json.dumps(checkpoint)}).all())

    @property
    def known(self) -> dict[str, Any]:
        """The parameters of KEEP."""
        return {"id": self.id, "token": str(self.token), "lease_s": self.lease_s}

    def held(self, rows: Sequence[T]) -> Sequence[T]:
        """The rows of a statement that begins with KEEP and has none where the lease is not kept: RunLost then."""
        if not rows:
            raise RunLost(f"run {self.id}")
        return rows


def ask(
    session: Session,
    shop_id: int,
    kind: str,
    *,
    plan: str = "hand",
    dry_run: bool = False,
    active_only: bool = False,
    since: datetime | None = None,
    ids: list[int] | None = None,
    asked_by: int | None = None,
) -> ReconcileRun:
    """A queued run; kind `all` is a parent of two. It begins when no other of its kind is going."""
    common: dict[str, Any] = {
        "shop_id": shop_id,
        "plan": plan,
        "dry_run": dry_run,
        "since": since,
        "ids": ids,
        "asked_by": asked_by,
    }
    run = ReconcileRun(kind=kind, active_only=active_only, **common)
    session.add(run)
    session.flush()
    if kind == "all":
        session.add_all(ReconcileRun(kind=part, parent_id=run.id, **common) for part in ("orders", "products"))
        session.flush()
    return run


def parts_of(run_id: int) -> Select[ReconcileRun]:
    """The runs that do the work of this one: itself, or of a run of both kinds its two parts."""
    query = select(ReconcileRun).where((ReconcileRun.id == run_id) | (ReconcileRun.parent_id == run_id))
    return query.where(ReconcileRun.kind != "all").order_by(ReconcileRun.id)


def take_up(engine: Engine, lease_s: float, city: str) -> RunLease | None:
    """The next run to work a slice of: one that is going and nobody holds, else the first that may begin."""
    lease = _take_up(engine, lease_s)
    if lease is None and _promote(engine, city):
        lease = _take_up(engine, lease_s)
    return lease


def let_go(engine: Engine, lease: RunLease) -> None:
    with engine.begin() as connection:
        connection.execute(LET_GO, {"id": lease.id, "token": lease.token})


def enter(session: Session, run: ReconcileRun, phase: str) -> None:
    """Into the next working phase; a parent shows the worse of its parts'."""
    run.phase = phase
    session.flush()
    if run.parent_id is not None:
        _sum_up(session, run.parent_id)


def finish(session: Session, run: ReconcileRun, phase: str, reason: str | None = None) -> None:
    """Into a last phase, with its counts; the parent of two parts takes the worse of theirs when both have ended.

    What was read goes with the run: also one that is approved later asks for each of its rows anew.
    """
    run.counts = run.counts | summarise(session, run)
    run.phase, run.reason, run.finished_at = phase, reason, func.clock_timestamp()
    run.lease_until = run.lease_token = None
    session.flush()
    staging.drop(session.connection(), run.id)
    if run.parent_id is not None:
        _sum_up(session, run.parent_id)


def _sum_up(connection: Connection | Session, parent_id: int) -> None:
    """The parent is locked by a statement of its own: of two parts that end at once the later one sees the other.

    Locks are taken in this order by everybody: parts by id, then their parent.
    """
    connection.execute(LOCK_PARENT, {"id": parent_id})
    connection.execute(SUM_UP_PARENT, {"id": parent_id})


LOCK_PARENT = text("SELECT 1 FROM reconcile_run WHERE id = :id FOR NO KEY UPDATE")
SUM_UP_PARENT = text(
    """
UPDATE reconcile_run p SET phase = worst.phase, reason = worst.reason, finished_at = worst.finished_at,
    started_at = worst.started_at
FROM (
    SELECT (array_agg(c.phase ORDER BY array_position(
                ARRAY['failed', 'halted', 'incomplete', 'stopped', 'repairing', 'comparing', 'reading', 'queued',
                      'done'], c.phase)))[1] AS phase,
           string_agg(c.kind || ': ' || c.reason, '; ') AS reason, min(c.started_at) AS started_at,
           CASE WHEN bool_and(c.finished_at IS NOT NULL) THEN max(c.finished_at) END AS finished_at
    FROM reconcile_run c WHERE c.parent_id = :id) worst
WHERE p.id = :id
"""
)


def ask_to_stop(session: Session, run_id: int) -> bool:
    """Whoever works it stops at its next page or row; one that nobody works, queued or halted, ends here.

    False where it is over, and both of its parts.
    """
    going = _locked(session, parts_of(run_id).where(ReconcileRun.phase.in_(("queued", *WORKING, "halted"))))
    for run in going:
        run.stop_asked = True
        if run.phase in ("queued", "halted"):
            finish(session, run, "stopped", "stopped by hand")
    return bool(going)


def approve(session: Session, run: ReconcileRun, user_id: int | None) -> None:
    """Let a halted run repair exactly the rows it lists; of a run of both kinds, each part that halted.

    The brake is not asked again, but every row is confirmed anew. Raises shop.errors.Conflict where nothing is
    halted, where the approval has lapsed, or where another run of the kind is going.
    """
    halted = [part for part in _locked(session, parts_of(run.id)) if part.phase == "halted"]
    if not halted:
        raise Conflict("Only a halted run can be approved")
    for part in halted:
        if why := session.execute(LAPSED, {"id": part.id}).scalar_one():
            raise Conflict(why)
    try:
        session.execute(APPROVE, {"ids": [part.id for part in halted], "user_id": user_id})
    except IntegrityError as error:
        raise Conflict("Another run of this kind is going") from error
    if run.kind == "all" or run.parent_id is not None:
        _sum_up(session, run.parent_id or run.id)


def _locked(session: Session, query: Select[ReconcileRun]) -> Sequence[ReconcileRun]:
    """The rows as they are once they are ours, whatever this session knew of them before."""
    return session.scalars(query.with_for_update().execution_options(populate_existing=True)).all()


# A later run that read as much, and all of it, has seen more than the one that waits, `r`, however it ended.
OVERTAKEN = """EXISTS (
    SELECT 1 FROM reconcile_run n
    WHERE n.shop_id = r.shop_id AND n.kind = r.kind AND n.id > r.id AND n.complete AND NOT n.dry_run
      AND n.since IS NULL AND n.ids IS NULL
      AND (r.active_only OR NOT n.active_only))"""
LAPSED = text(
    f"""
SELECT CASE WHEN {OVERTAKEN} THEN 'A later run has seen more: look at that one'
            WHEN r.finished_at < clock_timestamp() - interval '24 hours'
            THEN 'It waited for over 24 hours: run again'
       END FROM reconcile_run r WHERE r.id = :id
"""
)
APPROVE = text(
    """
UPDATE reconcile_run SET phase = 'repairing', approved_by = :user_id, approved_at = clock_timestamp(),
    progress_at = clock_timestamp(), finished_at = NULL, stop_asked = false, crashes = 0, updated_at = now(),
    reason = CASE WHEN complete THEN NULL ELSE 'it did not read everything' END
WHERE id = ANY(:ids)
"""
)


def _take_up(engine: Engine, lease_s: float) -> RunLease | None:
    with engine.begin() as connection:
        row = connection.execute(TAKE_UP, {"lease_s": lease_s}).one_or_none()
    if row is None:
        return None
    if row.crashes > MOST_CRASHES:
        with begin() as session:
            finish(session, session.get_one(ReconcileRun, row.id), "failed", "it killed its worker again and again")
        return None
    return RunLease(row.id, row.lease_token, lease_s)


def _promote(engine: Engine, city: str) -> bool:
    try:
        with engine.begin() as connection:
            begun = connection.execute(PROMOTE, {"city": city}).one_or_none()
            if begun is not None and begun.parent_id is not None:
                _sum_up(connection, begun.parent_id)
            return begun is not None
    except IntegrityError:  # somebody else began one of its kind in the same moment
        return False
