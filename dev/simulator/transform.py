"""What the site does to the values we send it: re-host, round, escape, trim."""

import hashlib
import re
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import urlsplit

from dev.simulator.config import Config

_PRICE = re.compile(r"(\d[\d \u00a0\u202f]*)(?:[.,](\d{1,2}))?\s*(?:₸|тг|тенге|KZT)?")


def title(text: str, config: Config) -> str:
    """Trimmed first, escaped after; escaping is naive, so what comes back twice is escaped twice."""
    if config.trim_titles:
        text = text[: config.trim_titles]
    return text.replace("&", "&amp;") if config.escape_titles else text


def image(url: str, config: Config, own_host: str) -> str:
    """A foreign absolute URL becomes a file of the site's own; the same URL always the same file."""
    host = urlsplit(url).netloc
    if not config.rehost_images or host in ("", own_host, urlsplit(config.site_url).netloc):
        return url
    return f"/upload/{hashlib.sha256(url.encode()).hexdigest()[:16]}.jpeg"


def price(value: object, config: Config) -> int | None:
    """Minor units of a price we sent; None when the site cannot read it."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value * 100 if value >= 0 else None
    match = _PRICE.fullmatch(value.strip()) if isinstance(value, str) else None
    if not match:
        return None
    minor = int(re.sub(r"\D", "", match[1])) * 100 + int((match[2] or "0").ljust(2, "0"))
    return whole_tenge(minor) if config.round_prices else minor


def whole_tenge(minor: int) -> int:
    return int((Decimal(minor) / 100).quantize(Decimal(1), ROUND_HALF_UP)) * 100
