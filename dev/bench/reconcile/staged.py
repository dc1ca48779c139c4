"""Staging and comparing prepared rows, in a process of its own: `python -m dev.bench.reconcile.staged ROWS`.

The process has the product's own staging and comparison, nothing of the site and no worker around them; it prints
what it measured as JSON. The rows are products on which both sides agree, as most runs meet them: known by their
print; one of a hundred was parsed, for it has another price.
"""

import json
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text

from dev.bench.reconcile.bare import TIMES
from dev.bench.reconcile.house import SHOP
from dev.simulator.site import FIRST_PRODUCT
from models import ReconcileRun, begin, engine
from sync.reconcile import runs, staging
from sync.reconcile.compare import compare
from sync.reconcile.seen import Prints
from sync.reconcile.staging import Linked, StagedRow
from sync.rules import Rules

STREAM = "catalog on"
LONG = text("SET LOCAL statement_timeout = '10min'")
PORTION = 10_000
MB = 1024 * 1024
UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes


def main() -> None:
    print(json.dumps(measure(int(sys.argv[1]))))


def measure(count: int) -> dict[str, Any]:
    """Seconds, and the most memory this process ever had."""
    run = _ask()
    encode_s, copy_s = _stage(run, count)
    began = time.monotonic()
    with engine().begin() as connection:
        connection.execute(LONG)
        read = staging.merge(connection, run.id)
    merge_s = time.monotonic() - began
    compare_s = min(_compare(run, read) for _ in range(TIMES))
    return {
        "run_id": run.id,
        "read": read,
        "encode_s": round(encode_s, 3),
        "copy_s": round(copy_s, 3),
        "merge_s": round(merge_s, 3),
        "compare_s": round(compare_s, 4),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / MB, 1),
    }


def _compare(run: ReconcileRun, read: int) -> float:
    """Seconds, as a run would spend them; what is found is not kept."""
    with engine().connect() as connection:
        connection.execute(LONG)
        began = time.monotonic()
        compare(connection, run, Rules(), read, proves_absence=True)
        return time.monotonic() - began


def _ask() -> ReconcileRun:
    with begin() as session:
        run = runs.ask(session, SHOP, "products")
        run.phase = "comparing"
        run.lease_until = datetime.now(UTC) + timedelta(hours=1)  # else the house's own worker takes it up
        staging.create(session.connection(), run.id)
        return run


def _stage(run: ReconcileRun, count: int) -> tuple[float, float]:
    """Portion by portion, each committed: seconds of putting rows into COPY's form, and of the database's COPY."""
    encode_s = copy_s = 0.0
    for rows in _portions(run.id, count):
        began = time.monotonic()
        encoded = staging.encode(STREAM, rows)
        encode_s += time.monotonic() - began
        began = time.monotonic()
        with engine().begin() as connection:
            staging.write(connection, run.id, encoded)
        copy_s += time.monotonic() - began
    return encode_s, copy_s


def _portions(run_id: int, count: int) -> Iterator[list[StagedRow]]:
    """Large ones, so that what a page costs on top (see the whole runs) is not counted here too."""
    prints = Prints(Rules())
    end = FIRST_PRODUCT + count
    for first in range(FIRST_PRODUCT, end, PORTION):
        ids = range(first, min(first + PORTION, end))
        with engine().connect() as connection:
            known = prints.linked(connection, run_id, ids)
        yield [_row(row_id, known[row_id]) for row_id in ids]


def _row(row_id: int, known: Linked) -> StagedRow:
    """As `prepared` has them here; every hundredth has another price there."""
    known = known._replace(print=row_id)
    if row_id % 100:
        return StagedRow(row_id, None, {}, None, None, known)
    values = {
        "name": f"Розы в коробке № {row_id}",
        "price": 500_100,
        "image": f"https://shop.example/upload/{row_id}.jpeg",
        "enabled": True,
        "type": "catalog",
        "width": 60,
        "height": 70,
        "images": [],
    }
    return StagedRow(row_id, values, {}, None, None, known)


if __name__ == "__main__":
    main()
