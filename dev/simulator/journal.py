"""The log of everything the site received."""

import fnmatch
import time
from collections import Counter, deque
from typing import Any

KEPT = 20_000


class Journal:
    """The last entries in full; counts per route for all of them; `open` calls have no answer yet."""

    def __init__(self) -> None:
        self.open = 0
        self._entries: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self._counts: dict[str, Counter[str]] = {}

    def add(self, route: str, entry: dict[str, Any]) -> None:
        """`route` is the call with `{id}` for an id, the entry holds `status` (None: no answer) and `faults`."""
        self._entries.append({"at": time.time(), "route": route, **entry})
        counts = self._counts.setdefault(route, Counter())
        counts["all"] += 1
        counts[str(entry["status"] or "none")] += 1
        counts.update(entry["faults"])

    def last(self, pattern: str, limit: int) -> list[dict[str, Any]]:
        """The newest entries of the routes that match, oldest first."""
        found = []
        for entry in reversed(self._entries):
            if fnmatch.fnmatchcase(entry["route"].rstrip("/"), pattern.rstrip("/")):
                found.append(entry)
            if len(found) == limit:
                break
        return found[::-1]

    def counts(self) -> dict[str, dict[str, int]]:
        return {route: dict(counts) for route, counts in self._counts.items()}

    def clear(self) -> None:
        self._entries.clear()
        self._counts.clear()
