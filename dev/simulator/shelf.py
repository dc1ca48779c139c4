"""Rows by id, with indexes that give any page without sorting or copying, and the last versions of what changed."""

import time
from bisect import bisect_left, insort
from collections import deque
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from dev.simulator.rows import Row

R = TypeVar("R", bound=Row)
VERSIONS_KEPT = 32


class Shelf(Generic[R]):
    """An index is a list of ids, ascending: insertion in the middle of a million costs a fraction of a ms."""

    def __init__(self, keys: Callable[[R], tuple[str, ...]], first_id: int) -> None:
        self._keys = keys
        self._first_id = first_id
        self.rows: dict[int, R] = {}
        self._index: dict[str, list[int]] = {}
        self._past: dict[int, deque[tuple[float, R]]] = {}
        self.note: Callable[[int, R | None], None] = lambda row_id, row: None  # told of each row that is saved

    def fill(self, rows: Iterable[R]) -> None:
        """Add new rows whose ids ascend and are higher than all that are here."""
        for row in rows:
            self.rows[row.id] = row
            for key in self._keys(row):
                self._index.setdefault(key, []).append(row.id)

    def clear(self) -> None:
        self.rows.clear()
        self._index.clear()
        self._past.clear()

    def next_id(self) -> int:
        ids = self.ids("")
        return max(ids[-1] + 1, self._first_id) if ids else self._first_id

    def get(self, row_id: int) -> R | None:
        return self.rows.get(row_id)

    def put(self, row: R) -> None:
        """Save a row, new or changed."""
        old = self.rows.get(row.id)
        before, after = set(self._keys(old) if old else ()), set(self._keys(row))
        for key in before - after:
            self._unlist(key, row.id)
        for key in after - before:
            insort(self._index.setdefault(key, []), row.id)
        self.rows[row.id] = row
        self.note(row.id, row)
        if old:
            self._remember(old)

    def remove(self, row_id: int) -> R:
        """Take a row away; raises KeyError."""
        row = self.rows.pop(row_id)
        for key in self._keys(row):
            self._unlist(key, row_id)
        self.note(row_id, None)
        self._remember(row)
        return row

    def ids(self, key: str) -> list[int]:
        """The ids of an index, ascending: the index itself, not to be changed."""
        return self._index.get(key, [])

    def counts(self) -> dict[str, int]:
        return {"all": len(self.rows)} | {key: len(ids) for key, ids in sorted(self._index.items()) if key}

    def as_of(self, row_id: int, ms: float) -> R | None:
        """The row as it was `ms` milliseconds ago."""
        at = time.time() - ms / 1000
        past = self._past.get(row_id, ())
        row = next((old for until, old in past if until > at), self.rows.get(row_id))
        return None if row is None or row.changed > at else row

    def back(self, row_id: int, versions: int) -> R | None:
        """The row that many versions ago, or the oldest that is remembered."""
        seen = [old for _, old in self._past.get(row_id, ())]
        if row_id in self.rows:
            seen.append(self.rows[row_id])
        return seen[max(0, len(seen) - 1 - versions)] if seen else None

    def _remember(self, row: R) -> None:
        self._past.setdefault(row.id, deque(maxlen=VERSIONS_KEPT)).append((time.time(), row))

    def _unlist(self, key: str, row_id: int) -> None:
        ids = self._index[key]
        del ids[bisect_left(ids, row_id)]
