"""Dates of the wire: ISO with Z or an offset, and 24.10.2025. The shop lives in Asia/Almaty."""

import re
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bitrix.wire.unreadable import Unreadable

SHOP_ZONE = ZoneInfo("Asia/Almaty")
YEARS = range(2000, 2101)
"""Outside of it a date is MySQL's zero date or a slip."""

_DAY = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
_RUSSIAN_DAY = r"(?P<day>[0-9]{2})\.(?P<month>[0-9]{2})\.(?P<year>[0-9]{4})"
_OFFSET = r"(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2})?"
_CLOCK = rf"(?:[T ](?P<clock>[0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:\.[0-9]{{1,6}})?)?){_OFFSET})?"
_SPELLINGS = (re.compile(_DAY + _CLOCK), re.compile(_RUSSIAN_DAY + _CLOCK))


def parse_moment(raw: Any) -> datetime:
    """An aware moment in UTC; a time without an offset, and a bare date (its midnight), are the shop's.

    Raises Unreadable.
    """
    return _local(raw).astimezone(UTC)


def parse_date(raw: Any) -> date:
    """The calendar day in the shop's zone. Raises Unreadable."""
    return _local(raw).astimezone(SHOP_ZONE).date()


def _local(raw: Any) -> datetime:
    match = _match(raw)
    year, month, day = match["year"], match["month"], match["day"]
    if int(year) not in YEARS:
        raise Unreadable(raw, "is not a date of our time")
    try:
        moment = datetime.fromisoformat(f"{year}-{month}-{day}T{match['clock'] or '00:00'}{match['offset'] or ''}")
    except ValueError as error:
        raise Unreadable(raw, "is not a date") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=SHOP_ZONE)


def _match(raw: Any) -> re.Match[str]:
    if isinstance(raw, str):
        for spelling in _SPELLINGS:
            if match := spelling.fullmatch(raw.strip()):
                return match
    raise Unreadable(raw, "is not a date")
