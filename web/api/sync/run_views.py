"""Runs as the console shows them: with their progress, their counts, and the parts of a run of both kinds."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import ReconcileRun
from models.reconcile_run import WORKING
from sync.reconcile.reach import reach
from sync.reconcile.report import summarise

COUNTS = ("read", "compared", "found", "repaired", "left", "listed")

Shown = dict[str, Any]


def shown(session: Session, runs: Sequence[ReconcileRun]) -> list[Shown]:
    """These runs, each with its parts."""
    parents = [run.id for run in runs if run.kind == "all"]
    parts: dict[int | None, list[Shown]] = {}
    if parents:
        query = select(ReconcileRun).where(ReconcileRun.parent_id.in_(parents)).order_by(ReconcileRun.id)
        for part in session.scalars(query):
            parts.setdefault(part.parent_id, []).append(_one(session, part))
    return [_with_parts(_one(session, run), parts.get(run.id, [])) for run in runs]


def _one(session: Session, run: ReconcileRun) -> Shown:
    counts = run.counts
    if run.phase in WORKING and run.kind != "all":  # what is counted at the end is not there yet
        counts = counts | summarise(session, run)
    return {
        **{column.key: getattr(run, column.key) for column in ReconcileRun.__table__.columns},
        "scope": run.kind,
        "progress": asdict(reach(run, datetime.now(UTC))),
        "counts": counts,
        "parts": [],
    }


def _with_parts(run: Shown, parts: list[Shown]) -> Shown:
    if not parts:
        return run
    counts = {name: sum(part["counts"].get(name, 0) for part in parts) for name in COUNTS}
    progress = {name: sum(part["progress"][name] or 0 for part in parts) for name in run["progress"]}
    return run | {"parts": parts, "counts": counts, "progress": progress}
