"""Watch a run to its end; work it in this very process while no worker does."""

import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from sqlalchemy import select
from sqlalchemy.orm import Session

import settings
from bitrix.client import Bitrix
from models import ReconcileRun, begin, engine
from models.reconcile_run import WORKING
from sync.outbox.settle import settle
from sync.reconcile.reach import reach
from sync.reconcile.report import summarise
from sync.reconcile.runs import parts_of
from sync.reconcile.work import work_slice
from tasks.reconcile import terms
from tasks.wiring import rules

LOOK_EVERY_S = 0.2
PATIENCE_S = 2.0  # a worker that is up takes a run within moments
SETTLE_S = 2.0


def follow(console: Console, site: Bitrix, run_id: int) -> str:
    """The phase it ended in. Interrupted, it leaves the run to whoever takes it up next."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[said]}"),
        TimeRemainingColumn(),
    )
    here, before = Here(site), _totals_before(run_id)
    alone_since = time.monotonic()
    with Progress(*columns, console=console, transient=not console.is_terminal) as bar:
        lines: dict[int, TaskID] = {}
        while True:
            parts = _parts(run_id)
            for part in parts:
                if part.id not in lines:
                    lines[part.id] = bar.add_task(part.kind, said="", total=None)
                _draw(bar, lines[part.id], part, before[part.id])
            if not any(part.phase in (*WORKING, "queued") for part in parts):
                break
            if _somebody_works(parts):
                alone_since = time.monotonic()
            elif time.monotonic() - alone_since > PATIENCE_S:
                here.start()
            here.complain()
            time.sleep(LOOK_EVERY_S)
    here.stop()
    with begin() as session:
        return session.get_one(ReconcileRun, run_id).phase


class Here:
    """Slices and debts, worked by threads of this process. Beside workers it does no harm: rows are leased."""

    def __init__(self, site: Bitrix) -> None:
        self._site = site
        self._over = threading.Event()
        self._threads: list[threading.Thread] = []
        self._error: BaseException | None = None

    def start(self) -> None:
        if not self._threads:
            self._threads = [
                threading.Thread(target=self._repeat, args=(work,), daemon=True)
                for work in (self._slice, self._debts)
            ]
            for thread in self._threads:
                thread.start()

    def stop(self) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def complain(self) -> None:
        """Raises what ended a thread before its time."""
        if self._error is not None:
            raise self._error

    def _repeat(self, work: Callable[[], bool]) -> None:
        try:
            while not self._over.is_set():
                if not work():
                    self._over.wait(LOOK_EVERY_S)
        except BaseException as error:
            self._error = error

    def _slice(self) -> bool:
        return work_slice(engine(), self._site, rules(), terms())

    def _debts(self) -> bool:
        workers = settings.current().outbox_concurrency
        return bool(settle(engine(), self._site, rules(), workers=workers, budget_s=SETTLE_S))


def _parts(run_id: int) -> Sequence[ReconcileRun]:
    with begin() as session:
        return session.scalars(parts_of(run_id)).all()


def _somebody_works(parts: Sequence[ReconcileRun]) -> bool:
    now = datetime.now(UTC)
    return any(part.lease_until is not None and part.lease_until > now for part in parts)


def _repaired(part: ReconcileRun) -> tuple[int, int]:
    with begin() as session:
        counts = summarise(session, part)
    return counts["repaired"] + counts["left"], counts["found"]


def _totals_before(run_id: int) -> dict[int, int]:
    """By part, how many rows its last whole read had: so the time left can be told from the first page on."""
    with begin() as session:
        return {part.id: _last_total(session, part) for part in session.scalars(parts_of(run_id)).all()}


def _last_total(session: Session, part: ReconcileRun) -> int:
    last = session.scalar(
        select(ReconcileRun)
        .where(
            ReconcileRun.shop_id == part.shop_id,
            ReconcileRun.kind == part.kind,
            ReconcileRun.complete,
            ~ReconcileRun.active_only,
            ReconcileRun.id < part.id,
        )
        .order_by(ReconcileRun.id.desc())
        .limit(1)
    )
    return reach(last, datetime.now(UTC)).total if last else 0


def _draw(bar: Progress, line: TaskID, part: ReconcileRun, expected: int) -> None:
    """Rows while it reads, repairs while it repairs; at its end the bar is full."""
    reached = reach(part, datetime.now(UTC))
    said = f"{reached.pages} pages, {reached.rows} rows"
    if reached.rows_per_s is not None:
        said += f", {reached.rows_per_s:.0f}/s"
    done, total = reached.rows, max(reached.total, expected)
    if part.phase == "repairing":
        done, total = _repaired(part)
        said += f", {done} of {total} repaired"
    if part.finished_at is not None:
        done = total = max(total, 1)
    bar.update(line, description=f"{part.kind} {part.phase}", completed=done, total=total or None, said=said)
