"""The drift of a run: its rows, and the same as CSV, so that memory does not grow with them."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, select

from models import ReconcileDrift, ReconcileRun, begin
from sync.reconcile.runs import parts_of

COLUMNS = (
    "run_id",
    "entity",
    "bitrix_id",
    "local_id",
    "kind",
    "field",
    "ours",
    "theirs",
    "state",
    "reason",
    "found_at",
    "finished_at",
)
BATCH = 500
# What a spreadsheet would take for a formula and run, whoever wrote it on the site.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def drift_of(run_id: int) -> Select[ReconcileDrift]:
    """What a run found; of a run of both kinds what its parts found."""
    parts = parts_of(run_id).with_only_columns(ReconcileRun.id).order_by(None)
    return select(ReconcileDrift).where(ReconcileDrift.run_id.in_(parts))


def lines(query: Select[ReconcileDrift]) -> Iterator[str]:
    """A header and one line per row, in portions. Begins with a byte order mark: Excel reads UTF-8 by it alone."""
    yield "\ufeff" + _written([COLUMNS])
    with begin() as session:
        rows = session.execute(query.with_only_columns(*(getattr(ReconcileDrift, name) for name in COLUMNS)))
        for portion in rows.yield_per(BATCH).partitions():
            yield _written([[cell(value) for value in row] for row in portion])


def cell(value: Any) -> str:
    """A value as text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, (list, dict, bool)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _written(rows: Any) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()
