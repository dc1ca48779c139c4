"""Rows into the database by COPY, as fast as it takes them."""

import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from psycopg2.extensions import cursor as Cursor


def copy(cursor: Cursor, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Lists and dictionaries become JSON, None becomes NULL."""
    lines = "".join("\t".join(map(_cell, row)) + "\n" for row in rows)
    cursor.copy_expert(f"COPY {table} ({', '.join(columns)}) FROM STDIN", io.StringIO(lines))


def _cell(value: Any) -> str:
    if value is None:
        return "\\N"
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
