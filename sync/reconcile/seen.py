"""List rows that say what they said when both sides agreed: they are known by their print and not parsed again.

Most rows of most runs are such, and to parse a row takes several times as long as all else that it costs us.
"""

import hashlib
import json
import marshal
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, text
from sqlalchemy.dialects.postgresql import psycopg2

import bitrix.wire
import shop.phones
import sync.orders.values
import sync.products.values
from models.driver import errors_of
from sync.reconcile.runs import KEEP_AND_NOTE, RunLease
from sync.reconcile.staging import Linked, table
from sync.rules import Rules

# A print counts while the link remembers the very values that it stands for. A run that filters by the rows' dates
# has to read them.
LINKED = """
SELECT l.bitrix_id, l.local_id, l.theirs_hash, l.ours_hash, l.state = 'gone_there' OR l.rejected <> '{{}}',
       CAST(:meaning AS jsonb) ->> l.theirs_status, CASE WHEN r.since IS NULL THEN seen.print END
FROM {run} r
LEFT JOIN sync_link l
    ON l.shop_id = r.shop_id AND l.kind = rtrim(r.kind, 's') AND l.bitrix_id = ANY(CAST(:ids AS bigint[]))
LEFT JOIN reconcile_seen seen ON seen.link_id = l.id AND seen.hash = l.theirs_hash
"""
LINKED_ONLY = text(LINKED.format(run="reconcile_run") + "WHERE r.id = :id")
# In one statement, as psycopg2 takes it: every one more, or SQLAlchemy around it, costs a page a dozen of its rows.
KEEP_AND_LINKED = str(
    text(f"WITH run AS ({KEEP_AND_NOTE}) {LINKED.format(run='run')}").compile(dialect=psycopg2.dialect())
)
NOTE = """
INSERT INTO reconcile_seen (link_id, print, hash)
SELECT l.id, s.print, s.hash FROM {staging} s
JOIN reconcile_run r ON r.id = :id
JOIN sync_link l ON l.shop_id = r.shop_id AND l.kind = rtrim(r.kind, 's') AND l.bitrix_id = s.bitrix_id
WHERE s."values" IS NOT NULL AND s.rejected IS NULL AND s.hash = l.theirs_hash
ON CONFLICT (link_id) DO UPDATE SET print = excluded.print, hash = excluded.hash
WHERE (reconcile_seen.print, reconcile_seen.hash) <> (excluded.print, excluded.hash)
"""


class Prints:
    """A number for a row as it came and all that decides how it is read: our own code and settings too."""

    def __init__(self, rules: Rules) -> None:
        statuses = list(rules.statuses.meaning().items())
        self._meaning = json.dumps(rules.statuses.meaning())
        settings = repr((rules.site_url, statuses)).encode()
        key = hashlib.blake2b(_reading_code() + settings, digest_size=32).digest()
        self._begun = hashlib.blake2b(digest_size=8, key=key)

    def of(self, raw: Any) -> int:
        """64 bits, of what JSON gave."""
        hashed = self._begun.copy()
        hashed.update(_said(raw))
        return int.from_bytes(hashed.digest(), "big", signed=True)

    def linked(self, connection: Connection, run_id: int, ids: Iterable[int]) -> dict[int, Linked]:
        """Those of the ids that are linked here."""
        values = {"id": run_id, "ids": _array(ids), "meaning": self._meaning}
        return _by_id(connection.execute(LINKED_ONLY, values).all())

    def keep_and_linked(
        self, connection: Connection, lease: RunLease, checkpoint: Mapping[str, Any], ids: Iterable[int]
    ) -> dict[int, Linked]:
        """The same after `lease.note`; raises RunLost."""
        values = {"checkpoint": orjson.dumps(checkpoint).decode(), "ids": _array(ids), "meaning": self._meaning}
        with errors_of(connection, KEEP_AND_LINKED), closing(connection.connection.cursor()) as cursor:
            cursor.execute(KEEP_AND_LINKED, {**lease.known, **values})
            return _by_id(lease.held(cursor.fetchall()))


def note(connection: Connection, run_id: int) -> None:
    """Remember what a run has parsed and found as both sides agreed."""
    connection.execute(text(NOTE.format(staging=table(run_id))), {"id": run_id})


def _array(ids: Iterable[int]) -> str:
    """As PostgreSQL writes it: psycopg2 takes longer over a hundred numbers than the server over their text."""
    return f"{{{','.join(map(str, ids))}}}"


def _said(raw: Any) -> bytes:
    """What is equal is written alike."""
    try:
        return orjson.dumps(raw)
    except orjson.JSONEncodeError:  # half a character, a whole number of over 64 bits
        return marshal.dumps(raw, 0)  # the oldest version has no references


def _by_id(rows: Sequence[Any]) -> dict[int, Linked]:
    """Where none is linked there is one row of nothing."""
    return {bitrix_id: Linked(*link) for bitrix_id, *link in rows if bitrix_id is not None}


@lru_cache(maxsize=1)
def _reading_code() -> bytes:
    """The source of what reads a row: a release that reads otherwise reads everything anew."""
    modules = (shop.phones, sync.orders.values, sync.products.values)
    files = [*Path(bitrix.wire.__path__[0]).glob("*.py"), *(Path(str(module.__file__)) for module in modules)]
    return b"".join(file.read_bytes() for file in sorted(files))
