"""When a shop is open: hours of its own clock, as moments of everybody's. Pure.

Moments are in UTC: Python compares two times of one zone by the clock on the wall, which goes back once a year.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from models import Shop

SATURDAY = 5
A_WEEK = 8  # days, of which the first may be over


class Opening(NamedTuple):
    opens: datetime
    closes: datetime


class Standing(NamedTuple):
    """Whether a shop is open, and until when that stays so; None: for ever."""

    is_open: bool
    until: datetime | None


@cache
def zones() -> frozenset[str]:
    return frozenset(available_timezones())


def zone(shop: Shop) -> ZoneInfo:
    return ZoneInfo(shop.timezone)


def today(shop: Shop, now: datetime) -> date:
    return now.astimezone(zone(shop)).date()


def on_the_clock(shop: Shop, day: date) -> tuple[time, time] | None:
    """From when to when the shop is open that day, by its own clock; None: closed."""
    weekend = day.weekday() >= SATURDAY
    opens = shop.weekend_opens if weekend else shop.weekday_opens
    closes = shop.weekend_closes if weekend else shop.weekday_closes
    return None if opens is None or closes is None else (opens, closes)


def moment(shop: Shop, day: date, at: time) -> datetime:
    """When the shop's clock first shows this time; what it skips in spring comes an hour later."""
    return datetime.combine(day, at, zone(shop)).astimezone(UTC)


def is_shown(shop: Shop, on_the_clock: datetime) -> bool:
    """Whether the shop's clock ever shows this (no zone given): it skips some hours, and once did a whole day."""
    there = on_the_clock.replace(tzinfo=zone(shop))
    return there.astimezone(UTC).astimezone(zone(shop)).replace(tzinfo=None) == on_the_clock


def opening(shop: Shop, day: date) -> Opening | None:
    """None where the shop is closed, also where the clock skips all of its hours."""
    hours = on_the_clock(shop, day)
    if hours is None:
        return None
    found = Opening(moment(shop, day, hours[0]), moment(shop, day, hours[1]))
    return found if found.opens < found.closes else None


def standing(shop: Shop, now: datetime) -> Standing:
    first = today(shop, now)
    for days in range(A_WEEK):
        hours = opening(shop, first + timedelta(days))
        if hours is not None and now < hours.closes:
            is_open = hours.opens <= now
            return Standing(is_open, hours.closes if is_open else hours.opens)
    return Standing(False, None)
