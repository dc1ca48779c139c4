"""What a run says of itself in numbers; its rows of drift say the rest."""

from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from models import ReconcileRun
from models.reconcile_drift import REPAIRED_KINDS

BY_KIND = text("SELECT kind, state, count(*) FROM reconcile_drift WHERE run_id = :run_id GROUP BY 1, 2")


def summarise(session: Session, run: ReconcileRun) -> dict[str, Any]:
    """`found`, `repaired`, `left`, `listed` as totals; `kinds` the same by kind; `pages` that were read.

    Only what should have been repaired and was not is *left*: conflicts, rejections, what is ahead here, what is
    gone there and what is to be entered by hand are listed.
    """
    kinds: dict[str, dict[str, int]] = {}
    for kind, state, number in session.execute(BY_KIND, {"run_id": run.id}):
        kinds.setdefault(kind, {})[state] = number
    totals = {state: sum(by.get(state, 0) for by in kinds.values()) for state in ("repaired", "left", "listed")}
    found = sum(sum(by.values()) for kind, by in kinds.items() if kind in REPAIRED_KINDS)
    pages = sum(stream.get("pages", 0) for stream in run.checkpoint.values())
    return {"found": found, **totals, "kinds": kinds, "pages": pages}
