"""How far a run has come with its reading, for whoever watches. Pure."""

from dataclasses import dataclass
from datetime import datetime

from models import ReconcileRun
from sync.reconcile.read import Progress


@dataclass(frozen=True)
class Reach:
    """`total` is what the site counts in the lists begun so far; it grows with each list until all are begun.

    `seconds` is since the run began; `rows_per_s` is None once the reading is over.
    """

    pages: int
    rows: int
    total: int
    lists_done: int
    seconds: float
    rows_per_s: float | None


def reach(run: ReconcileRun, now: datetime) -> Reach:
    lists = [Progress(**known) for known in run.checkpoint.values()]
    rows = sum(each.last or 0 if each.done else min(each.offset, each.last or 0) for each in lists)
    seconds = ((run.finished_at or now) - run.started_at).total_seconds() if run.started_at else 0.0
    return Reach(
        pages=sum(each.pages for each in lists),
        rows=rows,
        total=sum(each.last or 0 for each in lists),
        lists_done=sum(each.done for each in lists),
        seconds=round(max(0.0, seconds), 1),
        rows_per_s=round(rows / seconds, 1) if run.phase == "reading" and seconds > 0 else None,
    )
