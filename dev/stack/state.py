"""What runs where, for people and programs: `.dev/stack.json`."""

import json
from pathlib import Path
from typing import Any


class State:
    """The file holds passwords of this checkout, so it is readable by its owner only."""

    def __init__(self, home: Path) -> None:
        self.file = home / "stack.json"
        self._logins = home / "logins.json"
        self._written: dict[str, Any] = {}

    @property
    def has_logins(self) -> bool:
        """Whether demo data was made here before."""
        return self._logins.exists()

    def write(self, facts: dict[str, Any], pids: dict[str, int]) -> dict[str, Any]:
        """Replace the file if anything changed, never by half, and return what it holds."""
        state = {**facts, **self._people(), "pids": pids}
        if state == self._written:
            return state
        new = self.file.with_suffix(".new")
        new.touch(mode=0o600)
        new.write_text(json.dumps(state, indent=2))
        new.replace(self.file)
        self._written = state
        return state

    def read(self) -> dict[str, Any] | None:
        return json.loads(self.file.read_text()) if self.file.exists() else None

    def remove(self) -> None:
        self.file.unlink(missing_ok=True)

    def _people(self) -> dict[str, Any]:
        """As the demo data wrote them: `admin` one login, `logins` one by role."""
        nobody: dict[str, Any] = {"admin": None, "logins": {}}
        return nobody | (json.loads(self._logins.read_text()) if self._logins.exists() else {})
