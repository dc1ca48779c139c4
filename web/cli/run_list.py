"""`flask sync runs`: the newest comparisons, and how they ended."""

from datetime import datetime

from rich.table import Table
from sqlalchemy import select

from models import ReconcileRun, begin
from web.cli.console import plain

COUNTS = ("read", "found", "repaired", "left", "listed")
COLUMNS = ("id", "scope", "plan", "phase", "started", "took", *COUNTS, "reason")


def show(shop_id: int | None, limit: int) -> None:
    """Parts of a run of both kinds stand on lines of their own."""
    query = select(ReconcileRun).where(ReconcileRun.kind != "all").order_by(ReconcileRun.id.desc()).limit(limit)
    if shop_id is not None:
        query = query.where(ReconcileRun.shop_id == shop_id)
    with begin() as session:
        runs = session.scalars(query).all()
    table = Table(*COLUMNS)
    for run in runs:
        table.add_row(
            str(run.id),
            f"{run.kind} under way" if run.active_only else run.kind,
            f"{run.plan}, dry" if run.dry_run else run.plan,
            run.phase,
            _when(run.started_at),
            _took(run),
            *(str(run.counts.get(name, "")) for name in COUNTS),
            run.reason or "",
        )
    plain().print(table)


def _when(moment: datetime | None) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M:%S") if moment else ""


def _took(run: ReconcileRun) -> str:
    if run.started_at is None or run.finished_at is None:
        return ""
    return f"{(run.finished_at - run.started_at).total_seconds():.1f} s"
