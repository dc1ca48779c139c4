"""Where a run keeps what it read: an unlogged table of its own, dropped with the run.

It is filled by COPY; a row that was read on two pages is there twice, and the later copy counts.
The database may lose it in a crash of its own, which the run notices by the count and reads anew. So it does after
a deploy, where a worker of another release has read into other columns.
"""

import io
import json
import re
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, text

from models.driver import errors_of

NUL = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")  # as JSON writes it, and not a backslash before the letters u0000

AS_JSON = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps makes an encoder for each call
COPIED = {
    "stream": "text NOT NULL",
    "bitrix_id": "bigint NOT NULL",
    "created": "timestamptz",
    "values": "jsonb",
    "rejected": "jsonb",
    "raw": "text",
    "print": "bigint",
    "local_id": "bigint",
    "theirs_hash": "bigint",
    "ours_hash": "bigint",
    "unsettled": "boolean",
    "meant": "text",
}
COLUMNS = {
    "n": "bigint GENERATED ALWAYS AS IDENTITY",
    **COPIED,
    "hash": """bigint NOT NULL GENERATED ALWAYS AS (
        CASE WHEN "values" IS NULL THEN theirs_hash ELSE read_values_hash("values") END) STORED""",
}
MADE = text(
    """
SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
WHERE attrelid = to_regclass(:name) AND attnum > 0 AND NOT attisdropped
"""
)
NULL = b"\\N"  # as COPY writes it
NOT_LINKED = b"\t".join([NULL] * 6)
# Few rows are there twice, and to count costs half of sorting.
DELETE_OLDER = """
DELETE FROM {name} s USING (
    SELECT bitrix_id, max(n) AS n FROM {name} GROUP BY bitrix_id HAVING count(*) > 1) latest
WHERE s.bitrix_id = latest.bitrix_id AND s.n < latest.n
"""


class Linked(NamedTuple):
    """What a link says of a row as its page is read, so that comparing needs no look at the links that agree.

    `unsettled`: it is listed whether anything differs or not. `meant` is our status of the one that the site had.
    `print` is that of the row when both sides agreed on what the link remembers, None where it was not seen; of a
    staged row it is its own.
    """

    local_id: int | None
    theirs_hash: int
    ours_hash: int
    unsettled: bool
    meant: str | None
    print: int | None


class StagedRow(NamedTuple):
    """`values` and `rejected` as sync.orders.values and sync.products.values read them; `raw` as it came.

    Only what is unknown here is imported from `raw`; of everything else it is None, and so it is in the table where
    it cannot be kept. A row that was not parsed, since its print is known, has no values: what its link remembers
    stands for them.
    """

    bitrix_id: int
    values: dict[str, Any] | None
    rejected: dict[str, str]
    raw: Any
    created: datetime | None
    link: Linked | None = None


def table(run_id: int) -> str:
    return f"reconcile_staging_{int(run_id)}"


def create(connection: Connection, run_id: int) -> None:
    name = table(run_id)
    connection.execute(text(f"DROP TABLE IF EXISTS {name}"))
    columns = ", ".join(f'"{column}" {definition}' for column, definition in COLUMNS.items())
    connection.execute(text(f"CREATE UNLOGGED TABLE {name} ({columns}) WITH (autovacuum_enabled = false)"))


def drop(connection: Connection, run_id: int) -> None:
    connection.execute(text(f"DROP TABLE IF EXISTS {table(run_id)}"))


def copy(connection: Connection, run_id: int, stream: str, rows: Iterable[StagedRow]) -> None:
    """Append a page, in the transaction of its checkpoint."""
    write(connection, run_id, encode(stream, rows))


def write(connection: Connection, run_id: int, encoded: io.BytesIO) -> None:
    """Append rows that are in COPY's form already.

    The transaction does not wait for the disk: a crash that takes its checkpoint takes all of the table too.
    """
    columns = ", ".join(f'"{column}"' for column in COPIED)
    copying = f"COPY {table(run_id)} ({columns}) FROM STDIN"
    with errors_of(connection, copying), closing(connection.connection.cursor()) as cursor:
        cursor.copy_expert(f"SET LOCAL synchronous_commit = off; {copying}", encoded)


def encode(stream: str, rows: Iterable[StagedRow]) -> io.BytesIO:
    """The rows in the text format of COPY."""
    name = stream.encode()
    lines = [
        b"%b\t%d\t%b\t%b\t%b\t%b\t%b\n"
        % (
            name,
            row.bitrix_id,
            NULL if row.created is None else orjson.dumps(row.created)[1:-1],
            NULL if row.values is None else _jsonb(row.values),
            _jsonb(row.rejected) if row.rejected else NULL,
            NULL if row.raw is None else _kept(row.raw),
            NOT_LINKED if row.link is None else _told(row.link),
        )
        for row in rows
    ]
    return io.BytesIO(b"".join(lines))


def _told(link: Linked) -> bytes:
    return b"%b\t%b\t%d\t%d\t%b\t%b" % (
        NULL if link.print is None else b"%d" % link.print,
        NULL if link.local_id is None else b"%d" % link.local_id,
        link.theirs_hash,
        link.ours_hash,
        b"t" if link.unsettled else b"f",
        NULL if link.meant is None else link.meant.encode(),
    )


def stands(connection: Connection, run_id: int) -> bool:
    """Not where the database lost the table, and not where another release made it, of other columns."""
    return connection.execute(MADE, {"name": table(run_id)}).scalar_one() == list(COLUMNS)


def rows(connection: Connection, run_id: int) -> int | None:
    """How many rows are there, repeats included; None where the table does not stand."""
    if not stands(connection, run_id):
        return None
    return connection.execute(text(f"SELECT count(*) FROM {table(run_id)}")).scalar_one()


def merged(connection: Connection, run_id: int) -> bool:
    """Whether repeats are gone already."""
    index = {"name": f"{table(run_id)}_id"}
    return connection.execute(text("SELECT to_regclass(:name)"), index).scalar_one() is not None


def forget(connection: Connection, run_id: int, stream: str) -> None:
    """A stream is read from its beginning again."""
    connection.execute(text(f"DELETE FROM {table(run_id)} WHERE stream = :stream"), {"stream": stream})


def distinct(connection: Connection, run_id: int, stream: str) -> int:
    statement = text(f"SELECT count(DISTINCT bitrix_id) FROM {table(run_id)} WHERE stream = :stream")
    return connection.execute(statement, {"stream": stream}).scalar_one()


def merge(connection: Connection, run_id: int) -> int:
    """Leave the latest copy of each id and return how many ids there are."""
    name = table(run_id)
    connection.execute(text("SET LOCAL work_mem = '64MB'"))
    connection.execute(text(DELETE_OLDER.format(name=name)))
    connection.execute(text(f"CREATE INDEX IF NOT EXISTS {name}_id ON {name} (bitrix_id)"))
    connection.execute(text("SET LOCAL default_statistics_target = 1"))  # ids are unique: the size is all it takes
    connection.execute(text(f"ANALYZE {name} (bitrix_id)"))
    return connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()


def _kept(raw: Any) -> bytes:
    """NULL of what is nested too deeply to be written: what is imported then is asked for anew."""
    try:
        return _escaped(_as_json(raw))
    except RecursionError:
        return NULL


def _jsonb(value: Any) -> bytes:
    """PostgreSQL's own JSON takes no NUL."""
    try:
        written = orjson.dumps(value)
    except orjson.JSONEncodeError:  # such as half a character
        written = _as_json(value)
    return _escaped(NUL.sub(rb"\1", written) if b"\\u0000" in written else written)


def _as_json(value: Any) -> bytes:
    """Whatever JSON can hold; a half of a character becomes a question mark."""
    return AS_JSON(value).encode(errors="replace")


def _escaped(json: bytes) -> bytes:
    """COPY's own escape; JSON has no raw tabs or line ends."""
    return json.replace(b"\\", b"\\\\")
