"""Dates of the wire: ISO with Z or an offset, and 24.10.2025. The shop lives in Asia/Almaty."""

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from bitrix.wire.unreadable import Unreadable

SHOP_ZONE = ZoneInfo("Asia/Almaty")
FIRST_YEAR, LAST_YEAR = "2000", "2100"
"""Outside of these a date is MySQL's zero date or a slip."""

_OFFSET = r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
_CLOCK = rf"(?:[T ][0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:\.[0-9]{{1,6}})?)?{_OFFSET})?"
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}" + _CLOCK)
_RUSSIAN = re.compile(rf"([0-9]{{2}})\.([0-9]{{2}})\.([0-9]{{4}})({_CLOCK})")


def parse_moment(raw: Any) -> datetime:
    """An aware moment in UTC; a time without an offset, and a bare date (its midnight), are the shop's.

    Raises Unreadable.
    """
    return _local(raw).astimezone(UTC)


def parse_date(raw: Any) -> date:
    """The calendar day in the shop's zone. Raises Unreadable."""
    if not isinstance(raw, str):
        raise Unreadable(raw, "is not a date")
    return _day(raw)


@lru_cache(maxsize=4096)  # most orders are for one of a few days
def _day(raw: str) -> date:
    return _local(raw).astimezone(SHOP_ZONE).date()


def _local(raw: Any) -> datetime:
    text = _iso(raw)
    if not FIRST_YEAR <= text[:4] <= LAST_YEAR:
        raise Unreadable(raw, "is not a date of our time")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Unreadable(raw, "is not a date") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=SHOP_ZONE)


def _iso(raw: Any) -> str:
    if isinstance(raw, str):
        text = raw.strip()
        if _ISO.fullmatch(text):
            return text
        if match := _RUSSIAN.fullmatch(text):
            day, month, year, clock = match.groups()
            return f"{year}-{month}-{day}{clock}"
    raise Unreadable(raw, "is not a date")
