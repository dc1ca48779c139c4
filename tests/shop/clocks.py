"""Shops and moments for tests of hours; no database."""

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from models import Shop
from shop import hours

WEDNESDAY, SATURDAY = date(2026, 11, 25), date(2026, 11, 28)
# By half hours, by whole days, twice a year, never: whatever a clock may do.
ODD = ("Asia/Almaty", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu")


def the_shop(timezone: str = "Asia/Almaty", **columns: Any) -> Shop:
    """Open 09:00-21:00, at weekends 10:00-20:00."""
    return Shop(
        **{
            "name": "Цветы",
            "timezone": timezone,
            "weekday_opens": time(9),
            "weekday_closes": time(21),
            "weekend_opens": time(10),
            "weekend_closes": time(20),
            "pickup_available": True,
            "delivery_available": True,
            "delivery_cost": 150_000,
            "free_delivery_from": 1_000_000,
            **columns,
        }
    )


def at(shop: Shop, text: str) -> datetime:
    """A time of the shop's clock as a moment."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(shop.timezone)).astimezone(UTC)


def shops() -> st.SearchStrategy[Shop]:
    zones = st.one_of(st.sampled_from(ODD), st.sampled_from(sorted(hours.zones())))
    return st.builds(_shop, zones, _hours(), _hours())


def moments() -> st.SearchStrategy[datetime]:
    """From when every zone of today had its rules; many near the changes of the clocks."""
    some = st.datetimes(datetime(2008, 1, 1), datetime(2037, 1, 1))
    changes = st.builds(
        datetime, st.integers(2008, 2036), st.sampled_from((3, 4, 10, 11)), st.integers(1, 30), st.integers(0, 23)
    )
    return st.one_of(some, changes).map(lambda naive: naive.replace(tzinfo=UTC))


def _hours() -> st.SearchStrategy[tuple[time | None, time | None]]:
    times = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45, 59)))
    open_hours = st.tuples(times, times).filter(lambda pair: pair[0] < pair[1])
    return st.one_of(open_hours, open_hours, open_hours, st.just((None, None)))


def _shop(timezone: str, weekday: tuple[time | None, ...], weekend: tuple[time | None, ...]) -> Shop:
    columns = {"weekday_opens": weekday[0], "weekday_closes": weekday[1]}
    return the_shop(timezone, **columns, weekend_opens=weekend[0], weekend_closes=weekend[1])
