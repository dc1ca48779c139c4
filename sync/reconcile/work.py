"""Work a run, one slice at a time: each from its checkpoint, none longer than its budget, any of them may die."""

import time
from dataclasses import dataclass

import structlog
from sqlalchemy import Connection, Engine, bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB

from bitrix.client import Bitrix
from models import ReconcileRun, begin
from sync.reconcile import brake, seen, staging
from sync.reconcile.compare import compare, waiting
from sync.reconcile.read import GaveUp, Pace, Progress, read_stream
from sync.reconcile.repair import give_up, repair_some, settle
from sync.reconcile.runs import RunLease, RunLost, enter, finish, let_go, take_up
from sync.reconcile.seen import Prints
from sync.reconcile.streams import streams
from sync.rules import Rules

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Terms:
    """Seconds, and the city the site is asked for."""

    lease_s: float = 90
    slice_s: float = 25
    patience_s: float = 120  # repairing without any progress
    poll_s: float = 0.5
    page_retry_s: float = 1
    page_longest_s: float = 60
    pages_at_once: int = 1
    city: str = ""


def work_slice(engine: Engine, site: Bitrix, rules: Rules, terms: Terms) -> bool:
    """Work one slice of the next run; False when no run wants one."""
    lease = take_up(engine, terms.lease_s, terms.city)
    if lease is None:
        return False
    try:
        _Slice(engine, site, rules, terms, lease).go()
    except RunLost as lost:
        log.info("run_lost", run=lease.id, why=str(lost))
    finally:
        _stop_if_asked(lease)
        let_go(engine, lease)
    return True


class _Slice:
    def __init__(self, engine: Engine, site: Bitrix, rules: Rules, terms: Terms, lease: RunLease) -> None:
        self.engine, self.site, self.rules, self.terms, self.lease = engine, site, rules, terms, lease
        self.until = time.monotonic() + terms.slice_s
        self.ended = False

    def go(self) -> None:
        """From phase to phase until the run ends, or the slice does."""
        steps = {"reading": self._read, "comparing": self._compare, "repairing": self._repair}
        while time.monotonic() < self.until and not self.ended:
            run = self._run()
            steps[run.phase](run)

    def _run(self) -> ReconcileRun:
        with begin() as session:
            self.lease.keep(session)
            return session.get_one(ReconcileRun, self.lease.id)

    def _read(self, run: ReconcileRun) -> None:
        self._prepare_staging(run)
        pace = Pace(self.terms.page_retry_s, self.terms.page_longest_s, self.terms.pages_at_once)
        prints, progress = Prints(self.rules), {}
        try:
            for stream in streams(run, self.site, self.rules):
                known = Progress(**run.checkpoint.get(stream.name, {}))
                progress[stream.name] = read_stream(
                    self.engine, self.lease, stream, prints, known, self.until, pace
                )
                if not progress[stream.name].done:
                    return
        except GaveUp as error:
            self._give_up_reading(str(error))
            return
        torn = [name for name, stream in progress.items() if not stream.whole]
        with begin() as session:
            self.lease.keep(session)
            run = session.get_one(ReconcileRun, run.id)
            run.complete = not torn
            run.reason = f"the count never met: {', '.join(torn)}" if torn else None
            enter(session, run, "comparing")

    def _prepare_staging(self, run: ReconcileRun) -> None:
        """A new table for a new run; a read that lost its table begins anew."""
        with self.engine.begin() as connection:
            self.lease.keep(connection)
            if run.checkpoint and not _lost_what_was_read(connection, run):
                return
            staging.create(connection, run.id)
            connection.execute(READ_ANEW, {"id": run.id})
        run.checkpoint = {}

    def _give_up_reading(self, why: str) -> None:
        read_anything = any(Progress(**known).pages for known in self._run().checkpoint.values())
        self._finish("incomplete" if read_anything else "failed", why)

    def _compare(self, run: ReconcileRun) -> None:
        began = time.monotonic()
        with self.engine.begin() as connection:
            self.lease.keep(connection)
            if _lost_what_was_read(connection, run):
                connection.execute(READ_ANEW, {"id": run.id})
                return
            connection.execute(OF_ALL_ROWS)
            read = staging.merge(connection, run.id)
        merge_ms = _ms_since(began)
        with self.engine.begin() as connection:
            self.lease.keep(connection)
            connection.execute(OF_ALL_ROWS)
            connection.execute(text("DELETE FROM reconcile_drift WHERE run_id = :id"), {"id": run.id})
            proven = self._proves_absence(connection, run)
            began = time.monotonic()
            compared = compare(connection, run, self.rules, read, proves_absence=proven)
            counted = {"read": read, "compared": compared, "merge_ms": merge_ms, "compare_ms": _ms_since(began)}
            counts = brake.count(connection, run, compared, read)
            connection.execute(COUNTED, {"id": run.id, "counts": counted | waiting(connection, run)})
            seen.note(connection, run.id)
        held_back = brake.judge(counts)
        if run.dry_run:
            would_halt = f"a dry run; it would halt: {held_back}" if held_back else None
            self._finish("done" if run.complete else "incomplete", run.reason or would_halt)
        elif held_back:
            self._finish("halted", held_back)
        else:
            with begin() as session:
                self.lease.keep(session)
                enter(session, session.get_one(ReconcileRun, run.id), "repairing")

    def _proves_absence(self, connection: Connection, run: ReconcileRun) -> bool:
        """Only a whole read of everything, and of the same city as the last one, proves what is not there.

        Who left the lists of orders under way is only looked up, so that needs no proof.
        """
        if run.active_only:
            return True
        cities = connection.execute(LAST_CITY, {"id": run.id, "shop_id": run.shop_id, "kind": run.kind}).scalars()
        same_city = all(city == run.city for city in cities)
        return run.complete and run.since is None and run.ids is None and same_city

    def _repair(self, run: ReconcileRun) -> None:
        if repair_some(self.rules, self.lease, run):
            self._progress()
            return
        settled, still_open = settle(self.engine, self.lease)
        if settled:
            self._progress()
        if not still_open:
            self._finish_repaired()
        elif self._stuck():
            with self.engine.begin() as connection:
                self.lease.keep(connection)
                give_up(connection, run.id)
            self._finish_repaired()
        else:
            time.sleep(self.terms.poll_s)

    def _finish_repaired(self) -> None:
        torn = self._run().reason
        self._finish("incomplete" if torn else "done", torn)

    def _progress(self) -> None:
        with self.engine.begin() as connection:
            self.lease.keep(connection)
            connection.execute(
                text("UPDATE reconcile_run SET progress_at = clock_timestamp(), crashes = 0 WHERE id = :id"),
                {"id": self.lease.id},
            )

    def _stuck(self) -> bool:
        with self.engine.connect() as connection:
            waited = text(
                "SELECT extract(epoch FROM clock_timestamp() - progress_at) FROM reconcile_run WHERE id = :id"
            )
            return float(connection.execute(waited, {"id": self.lease.id}).scalar_one()) > self.terms.patience_s

    def _finish(self, phase: str, reason: str | None) -> None:
        with begin() as session:
            self.lease.keep(session)
            finish(session, session.get_one(ReconcileRun, self.lease.id), phase, reason)
        self.ended = True
        log.info("run_finished", run=self.lease.id, phase=phase, reason=reason)


def _ms_since(began: float) -> float:
    return round((time.monotonic() - began) * 1000, 1)


def _lost_what_was_read(connection: Connection, run: ReconcileRun) -> bool:
    """The database empties an unlogged table when it crashes: that must not look like a smaller site."""
    staged = sum(Progress(**known).staged for known in run.checkpoint.values())
    left = staging.rows(connection, run.id)
    if left is None:
        return True
    return (left == 0 < staged) if staging.merged(connection, run.id) else left < staged


OF_ALL_ROWS = text("SET LOCAL statement_timeout = '10min'")  # at first contact every row that was read is noted
READ_ANEW = text("UPDATE reconcile_run SET phase = 'reading', checkpoint = '{}' WHERE id = :id")
COUNTED = text("UPDATE reconcile_run SET counts = counts || :counts WHERE id = :id").bindparams(
    bindparam("counts", type_=JSONB)
)
LAST_CITY = text(
    """
SELECT city FROM reconcile_run WHERE shop_id = :shop_id AND kind = :kind AND id < :id AND complete
  AND phase = 'done' AND NOT active_only AND NOT dry_run ORDER BY id DESC LIMIT 1
"""
)


def _stop_if_asked(lease: RunLease) -> None:
    with begin() as session:
        run = session.scalar(
            select(ReconcileRun).where(ReconcileRun.id == lease.id, ReconcileRun.stop_asked).with_for_update()
        )
        if run is not None and run.finished_at is None and run.lease_token == lease.token:
            finish(session, run, "stopped", "stopped by hand")
