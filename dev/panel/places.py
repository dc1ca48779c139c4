"""Where the panel's sources and its builds are."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """In one checkout."""

    checkout: Path

    @property
    def admin(self) -> Path:
        return self.checkout / "admin"

    @property
    def contract(self) -> Path:
        return self.checkout / "docs" / "openapi.json"

    @property
    def dist(self) -> Path:
        """What is served."""
        return self.admin / "dist"

    @property
    def work(self) -> Path:
        return self.admin / ".build"

    @property
    def new(self) -> Path:
        """What will be served next."""
        return self.work / "new"

    @property
    def state(self) -> Path:
        """What web.panel_absent says while nothing is served."""
        return self.work / "state"
