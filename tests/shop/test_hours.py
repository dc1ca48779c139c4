"""When a shop is open, by its own clock, on both sides of midnight and of the clocks' change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given

from models import Shop
from shop import hours
from tests.shop.clocks import SATURDAY, WEDNESDAY, at, moments, shops, the_shop


@pytest.mark.parametrize(
    ("now", "is_open", "until"),
    [
        ("2026-11-25 08:59:59", False, "2026-11-25 09:00"),
        ("2026-11-25 09:00", True, "2026-11-25 21:00"),
        ("2026-11-25 20:59:59", True, "2026-11-25 21:00"),
        ("2026-11-25 21:00", False, "2026-11-26 09:00"),
        ("2026-11-25 23:59:59", False, "2026-11-26 09:00"),
        ("2026-11-26 00:00", False, "2026-11-26 09:00"),
        ("2026-11-27 22:00", False, "2026-11-28 10:00"),
        ("2026-11-28 19:30", True, "2026-11-28 20:00"),
        ("2026-11-29 20:00", False, "2026-11-30 09:00"),
    ],
)
def test_a_shop_is_open_within_its_hours_and_says_until_when(now: str, is_open: bool, until: str) -> None:
    shop = the_shop()
    assert hours.standing(shop, at(shop, now)) == (is_open, at(shop, until))


def test_the_day_is_the_shops_and_not_greenwichs() -> None:
    shop = the_shop(weekend_opens=None, weekend_closes=None)
    friday_in_greenwich = datetime(2026, 11, 27, 20, tzinfo=UTC)  # Saturday 01:00 in Almaty
    assert hours.today(shop, friday_in_greenwich) == SATURDAY
    assert hours.standing(shop, friday_in_greenwich) == (False, at(shop, "2026-11-30 09:00"))


def test_a_shop_that_never_opens_says_so() -> None:
    shop = the_shop(weekday_opens=None, weekday_closes=None, weekend_opens=None, weekend_closes=None)
    assert hours.standing(shop, datetime.now(UTC)) == (False, None)


@pytest.mark.parametrize(("day", "length_h"), [("2026-03-29", 9), ("2026-10-25", 11), ("2026-11-01", 10)])
def test_a_day_on_which_the_clocks_change_is_an_hour_shorter_or_longer(day: str, length_h: int) -> None:
    shop = the_shop("Europe/Berlin", weekend_opens=time(0), weekend_closes=time(10))
    opening = hours.opening(shop, date.fromisoformat(day))
    assert opening is not None
    assert opening.closes - opening.opens == timedelta(hours=length_h)


def test_hours_that_the_clocks_skip_are_none() -> None:
    shop = the_shop("Europe/Berlin", weekend_opens=time(2, 30), weekend_closes=time(3))
    assert hours.opening(shop, date(2026, 3, 29)) is None
    assert hours.opening(shop, date(2026, 3, 28)) is not None


@given(shops(), moments())
def test_what_is_said_holds_until_then_and_changes_then(shop: Shop, now: datetime) -> None:
    is_open, until = hours.standing(shop, now)
    if until is None:
        assert not is_open
        return
    assert until > now
    just_before = until - timedelta(microseconds=1)
    assert hours.standing(shop, just_before) == (is_open, until)
    assert hours.standing(shop, until).is_open is not is_open


@given(shops(), moments())
def test_it_is_open_exactly_within_some_opening(shop: Shop, now: datetime) -> None:
    day = hours.today(shop, now)
    near = [hours.opening(shop, day + timedelta(days)) for days in (-1, 0, 1)]
    within = any(opening.opens <= now < opening.closes for opening in near if opening)
    assert hours.standing(shop, now).is_open is within


def test_weekdays_and_weekends_have_hours_of_their_own() -> None:
    shop = the_shop()
    assert hours.on_the_clock(shop, WEDNESDAY) == (time(9), time(21))
    assert hours.on_the_clock(shop, SATURDAY) == (time(10), time(20))
