"""What the client must be told; the house reads it from its settings and hands it down."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bitrix.wire.product import DIALECTS
from bitrix.wire.status import STATUSES, StatusTable

MEBIBYTE = 2**20


@dataclass(frozen=True)
class BitrixConfig:
    """Durations in seconds; `base_url` is the site without /api/v2. Raises ValueError for what cannot work."""

    base_url: str
    token: str = field(repr=False)
    """Reads and order creation."""
    railway_token: str = field(repr=False)
    """Product updates."""
    city: str = ""
    dialect: str = "path"
    connect_timeout: float = 3.0
    read_timeout: float = 10.0
    """The longest silence within an answer."""
    call_timeout: float = 20.0
    """One whole call, waiting for its turn included, where the caller gives no earlier deadline."""
    max_body: int = 8 * MEBIBYTE
    pool_size: int = 10
    statuses: StatusTable = STATUSES

    def __post_init__(self) -> None:
        parts = urlsplit(self.base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ValueError(f"not the address of a site: {self.base_url!r}")
        if self.dialect not in DIALECTS:
            raise ValueError(f"dialect {self.dialect!r} is not one of {', '.join(DIALECTS)}")
        for name in ("token", "railway_token"):
            if not re.fullmatch(r"[\x21-\x7e]+", getattr(self, name)):
                raise ValueError(f"{name} is empty or holds characters no header can carry")

    @property
    def api_url(self) -> str:
        return self.base_url.rstrip("/") + "/api/v2"
