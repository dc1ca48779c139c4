"""Whether anything was written: the rows of every table that came, changed or went since a first look."""

from collections.abc import Iterator
from contextlib import contextmanager

from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor

from dev.bench.rows import one

# The run's own report, and the signs of life of the processes.
OWN = ("reconcile_run", "heartbeat")
TABLES = """
SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> ALL(%s)
ORDER BY 1
"""
NEXT = "SELECT txid_current()"
# A row that was inserted or updated has a young xmin; one that was deleted is missing in the count.
LOOK = sql.SQL("SELECT count(*), count(*) FILTER (WHERE xmin::text::bigint > %s) FROM {}")


@contextmanager
def changes(cursor: Cursor) -> Iterator[dict[str, int]]:
    """Yields a dictionary that holds, after the block, the tables that changed and by how many rows at least."""
    changed: dict[str, int] = {}
    cursor.execute(TABLES, [list(OWN)])
    tables = [name for (name,) in cursor.fetchall()]
    (since,) = one(cursor, NEXT)
    before = {name: _look(cursor, name, since) for name in tables}
    yield changed
    for name in tables:
        (were, _), (are, young) = before[name], _look(cursor, name, since)
        if found := max(abs(are - were), young):
            changed[name] = found


def _look(cursor: Cursor, table: str, since: int) -> tuple[int, int]:
    cursor.execute(LOOK.format(sql.Identifier(table)), [since])
    rows, young = cursor.fetchone() or (0, 0)
    return rows, young
