"""What was done on the site, a line for each save: a site that starts again with its diary is the one it was."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from dev.simulator.rows import MISSING, Order, Product, Row

Rows = dict[tuple[str, int], Row | None]
KINDS: dict[str, type[Row]] = {"order": Order, "product": Product}


class Diary:
    """A line is written before the webhook of its save is sent. Only the last line of a row counts."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("a+", buffering=1)

    def read(self) -> Rows:
        """The rows as they were, None for one that was taken away; what they had been before is forgotten."""
        self._file.seek(0)
        rows = dict(map(_parsed, self._file))
        self.clear()
        for (kind, row_id), row in rows.items():
            self.note(kind, row_id, row)
        return rows

    def note(self, kind: str, row_id: int, row: Row | None) -> None:
        print(json.dumps([kind, row_id, _plain(row) if row else None], ensure_ascii=False), file=self._file)

    def clear(self) -> None:
        self._file.truncate(0)


def _plain(row: Row) -> dict[str, Any]:
    """Fields without a key are named in `missing`, as in a florist's edit."""
    fields = row.fields or {}
    shown = {name: value for name, value in fields.items() if value is not MISSING}
    columns = {name: getattr(row, name) for name in row.__dataclass_fields__}
    return {**columns, "fields": shown, "missing": sorted(fields.keys() - shown.keys())}


def _parsed(line: str) -> tuple[tuple[str, int], Row | None]:
    kind, row_id, columns = json.loads(line)
    if columns is None:
        return (kind, row_id), None
    missing = dict.fromkeys(columns.pop("missing"), MISSING)
    row = KINDS[kind](**columns)
    return (kind, row_id), replace(row, fields=(row.fields or {}) | missing)
