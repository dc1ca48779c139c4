"""What the simulator can be told at its start and, through `/_sim/config`, while it runs."""

import dataclasses
from dataclasses import dataclass, field
from typing import Any

DIALECTS = ("path", "body", "path-yn")

# Addresses and secrets outlive a reset: a test suite connects the two sides once and resets often.
CONNECTION = ("backend_url", "webhook_secret", "token", "railway_token")


class BadConfig(ValueError):
    """An unknown option, or a value of the wrong kind."""


@dataclass
class Config:
    """`backend_url` without a trailing slash, empty for no webhooks; `cities` in lower case, empty for any.

    `ids_by_clock`: new rows get ids that no earlier run gave, for a backend that remembers those.
    """

    backend_url: str = ""
    webhook_secret: str = ""
    token: str = ""
    railway_token: str = ""
    site_url: str = "https://shop.example"
    dialect: str = "path"
    cities: list[str] = field(default_factory=lambda: ["almaty", "astana"])
    latency_ms: int = 0
    newer_handler: bool = False
    rehost_images: bool = True
    round_prices: bool = False
    escape_titles: bool = False
    trim_titles: int = 0
    delivery_price: int = 2000
    ids_by_clock: bool = False

    def update(self, changes: dict[str, Any]) -> None:
        """Change options, all or none; raises BadConfig."""
        known = {option.name for option in dataclasses.fields(self)}
        for name, value in changes.items():
            if name not in known:
                raise BadConfig(f"Unknown option: {name}")
            kind = type(getattr(self, name))
            if type(value) is not kind:
                raise BadConfig(f"{name} must be a {kind.__name__}")
        if changes.get("dialect", self.dialect) not in DIALECTS:
            raise BadConfig(f"dialect must be one of {', '.join(DIALECTS)}")
        for name, value in changes.items():
            setattr(self, name, _normal(name, value))

    def as_dict(self) -> dict[str, Any]:
        return dataclasses.asdict(self)

    def behaviour(self) -> dict[str, Any]:
        """The options a reset puts back: all but addresses and secrets."""
        return {name: value for name, value in self.as_dict().items() if name not in CONNECTION}


def _normal(name: str, value: Any) -> Any:
    if name == "cities":
        return [city.strip().lower() for city in value if city.strip()]
    return value.rstrip("/") if name.endswith("_url") else value
