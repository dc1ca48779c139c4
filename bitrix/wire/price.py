"""Prices: the site's "4 950 ₸" and our integer minor units (1 ₸ = 100)."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any

from bitrix.wire.unreadable import Unreadable

MINOR = 100
LARGEST = 10**12
"""Minor units; ten thousand million tenge is a slip of the keyboard, not a bouquet."""

CURRENCY = "KZT"
_SPACE = r"[ \u00a0\u202f\u2009]"
_SIGN = r"(?:₸|тенге|тг\.?|kzt)"
_PRICE = re.compile(
    rf"""\s* (?:{_SIGN}\s*)?
    (?P<whole> [0-9]{{1,3}} (?:{_SPACE}[0-9]{{3}})+ | [0-9]+ )
    (?: [.,] (?P<part>[0-9]+) )?
    \s* (?:{_SIGN})? \s*""",
    re.VERBOSE | re.IGNORECASE,
)


def parse_price(raw: Any, currency: Any = None) -> int:
    """Minor units of a string, or of a number of tenge; `currency` is the code sent beside it, if any.

    Raises Unreadable for what is no price, is negative or is not in tenge: never 0 instead.
    """
    if currency != CURRENCY and currency not in (None, False, ""):
        raise Unreadable(currency, "is not our currency")
    if isinstance(raw, str):
        minor = _from_text(raw)
    elif isinstance(raw, int | float) and not isinstance(raw, bool):
        minor = _from_number(raw)
    else:
        raise Unreadable(raw, "is not a price")
    if minor > LARGEST:
        raise Unreadable(raw, "is too large for a price")
    return minor


def format_price(minor: int) -> str:
    """The site's spelling: 500000 → "5 000 ₸", 495050 → "4 950,50 ₸"."""
    if minor < 0:
        raise ValueError(f"a price is not negative: {minor}")
    tenge, tiyn = divmod(minor, MINOR)
    grouped = f"{tenge:,}".replace(",", " ")
    return f"{grouped},{tiyn:02d} ₸" if tiyn else f"{grouped} ₸"


@lru_cache(maxsize=4096)  # a shop has few prices, and most rows have one of them
def _from_text(raw: str) -> int:
    match = _PRICE.fullmatch(raw)
    if match is None:
        raise Unreadable(raw, "is not a price")
    part = match["part"] or ""
    if len(part) == 3:
        raise Unreadable(raw, "is ambiguous: thousands or decimals")
    if part[2:].strip("0"):
        raise Unreadable(raw, "is finer than a tiyn")
    whole = re.sub(_SPACE, "", match["whole"])
    if len(whole) > len(str(LARGEST)):
        raise Unreadable(raw, "is too large for a price")
    return int(whole) * MINOR + int(part[:2].ljust(2, "0"))


def _from_number(raw: int | float) -> int:
    if not 0 <= raw <= LARGEST:  # NaN fails it too
        raise Unreadable(raw, "is not a price")
    minor = Decimal(str(raw)) * MINOR
    if minor != minor.to_integral_value():
        raise Unreadable(raw, "is finer than a tiyn")
    return int(minor)
