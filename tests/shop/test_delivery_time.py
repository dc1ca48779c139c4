"""When an order can be with its customer: the lead, the slots, and what is impossible."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import Shop
from models.order import DELIVERY_TYPES
from shop import hours
from shop.delivery_time import SEARCHED, SLOT, Wanted, fit, lead, refuse_impossible, slots
from shop.errors import Invalid
from tests.shop.clocks import SATURDAY, WEDNESDAY, at, moments, shops, the_shop

SUNDAYS_OFF = {"weekend_opens": None, "weekend_closes": None}
PIECES = st.integers(1, 200)


@pytest.mark.parametrize(
    ("pieces", "delivery_type", "minutes"),
    [(1, "scheduled", 100), (1, "pickup", 40), (5, "express", 140), (30, "pickup", 330)],
)
def test_the_lead_grows_with_the_pieces_and_the_road(pieces: int, delivery_type: str, minutes: int) -> None:
    assert lead(pieces, delivery_type) == timedelta(minutes=minutes)


def test_slots_of_two_hours_fill_the_shops_hours() -> None:
    labels = [slot.label for slot in slots(the_shop(), WEDNESDAY)]
    assert labels == ["09:00-11:00", "11:00-13:00", "13:00-15:00", "15:00-17:00", "17:00-19:00", "19:00-21:00"]
    assert slots(the_shop(), SATURDAY)[0].label == "10:00-12:00"
    assert slots(the_shop(**SUNDAYS_OFF), SATURDAY) == []
    assert slots(the_shop(weekday_closes=time(10, 59)), WEDNESDAY) == []


def test_slots_are_of_the_shops_own_time() -> None:
    slot = slots(the_shop(), WEDNESDAY)[0]
    assert slot.starts_at.isoformat() == "2026-11-25T04:00:00+00:00"


@pytest.mark.parametrize(
    ("now", "pieces", "delivery_type", "day", "label"),
    [
        ("2026-11-25 09:20", 1, "scheduled", WEDNESDAY, "11:00-13:00"),
        ("2026-11-25 09:21", 1, "scheduled", WEDNESDAY, "13:00-15:00"),
        ("2026-11-25 09:21", 1, "pickup", WEDNESDAY, "11:00-13:00"),
        ("2026-11-25 17:30", 1, "scheduled", date(2026, 11, 26), "09:00-11:00"),
        ("2026-11-27 23:00", 1, "scheduled", SATURDAY, "10:00-12:00"),
        ("2026-11-27 20:00", 100, "scheduled", SATURDAY, "16:00-18:00"),
    ],
)
def test_as_soon_as_possible_is_the_first_slot_after_the_lead(
    now: str, pieces: int, delivery_type: str, day: date, label: str
) -> None:
    shop = the_shop()
    slot = fit(shop, Wanted(), delivery_type, pieces, at(shop, now))
    assert (slot.day, slot.label) == (day, label)


def test_closed_days_are_passed_over() -> None:
    shop = the_shop(**SUNDAYS_OFF)
    assert fit(shop, Wanted(), "scheduled", 1, at(shop, "2026-11-27 20:00")).day == date(2026, 11, 30)


NOON = "2026-11-25 12:00"


@pytest.mark.parametrize(
    ("wanted", "label"),
    [
        (Wanted(WEDNESDAY), "15:00-17:00"),
        (Wanted(WEDNESDAY, at=time(18, 30)), "17:00-19:00"),
        (Wanted(WEDNESDAY, slot=(time(19), time(21))), "19:00-21:00"),
        (Wanted(SATURDAY, before=time(12)), "10:00-12:00"),
        (Wanted(SATURDAY, since=time(17)), "18:00-20:00"),
    ],
)
def test_a_wish_finds_its_slot(wanted: Wanted, label: str) -> None:
    shop = the_shop()
    assert fit(shop, wanted, "scheduled", 1, at(shop, NOON)).label == label


@pytest.mark.parametrize(
    ("wanted", "field", "said"),
    [
        (Wanted(date(2026, 11, 24)), "delivery_date", "прошла"),
        (Wanted(date(2028, 1, 1)), "delivery_date", "далеко"),
        (Wanted(date.max), "delivery_date", "далеко"),
        (Wanted(SATURDAY), "delivery_date", "не работает"),
        (Wanted(WEDNESDAY, at=time(22)), "delivery_time", "09:00-11:00"),
        (Wanted(WEDNESDAY, slot=(time(14), time(16))), "delivery_time", "13:00-15:00"),
        (Wanted(WEDNESDAY, at=time(10)), "delivery_time", "Не успеем"),
        (Wanted(at=time(3)), "delivery_time", "нет"),
    ],
)
def test_what_cannot_be_is_refused_by_the_name_of_its_field(wanted: Wanted, field: str, said: str) -> None:
    shop = the_shop(**SUNDAYS_OFF)
    with pytest.raises(Invalid) as refused:
        fit(shop, wanted, "scheduled", 1, at(shop, NOON))
    assert list(refused.value.errors) == [field]
    assert said in refused.value.errors[field][0]


@pytest.mark.parametrize(("way", "off"), [("pickup", "pickup_available"), ("express", "delivery_available")])
def test_a_way_the_shop_does_not_go_is_refused(way: str, off: str) -> None:
    shop = the_shop(**{off: False})
    with pytest.raises(Invalid) as refused:
        fit(shop, Wanted(), way, 1, at(shop, NOON))
    assert list(refused.value.errors) == ["delivery_type"]
    with pytest.raises(Invalid):
        refuse_impossible(shop, way, None, None, at(shop, NOON))


@pytest.mark.parametrize(
    ("day", "text", "field"),
    [
        (date(2026, 11, 24), None, "delivery_date"),
        (date.min, None, "delivery_date"),
        (SATURDAY, None, "delivery_date"),
        (WEDNESDAY, "09:00-11:00", "delivery_time"),
        (WEDNESDAY, "10:00 - 12:00", "delivery_time"),
        (WEDNESDAY, "9:00", "delivery_time"),
    ],
)
def test_no_order_is_placed_for_what_is_over_or_closed(day: date, text: str | None, field: str) -> None:
    shop = the_shop(**SUNDAYS_OFF)
    with pytest.raises(Invalid) as refused:
        refuse_impossible(shop, "scheduled", day, text, at(shop, NOON))
    assert list(refused.value.errors) == [field]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (None, None),
        (None, "09:00"),
        (WEDNESDAY, None),
        (WEDNESDAY, "11:00-12:01"),
        (WEDNESDAY, "после обеда"),
        (WEDNESDAY, "99:99"),
        (date(2026, 11, 26), "09:00"),
        (date.max, "09:00"),
    ],
)
def test_the_rest_is_agreed_by_people(day: date | None, text: str | None) -> None:
    shop = the_shop(**SUNDAYS_OFF)
    refuse_impossible(shop, "scheduled", day, text, at(shop, NOON))


def test_the_last_minute_of_a_day_is_still_that_day() -> None:
    shop = the_shop()
    for moment, is_over in (("2026-11-25 23:59:59", False), ("2026-11-26 00:00", True)):
        try:
            refuse_impossible(shop, "scheduled", WEDNESDAY, None, at(shop, moment))
        except Invalid:
            assert is_over
        else:
            assert not is_over


@given(shops(), moments())
def test_slots_are_two_hours_of_the_clock_within_the_hours_and_do_not_overlap(shop: Shop, now: datetime) -> None:
    day = hours.today(shop, now)
    found = slots(shop, day)
    opening = hours.opening(shop, day)
    for slot in found:
        assert opening is not None
        assert opening.opens <= slot.starts_at < slot.ends_at <= opening.closes
        assert datetime.combine(day, slot.ends) - datetime.combine(day, slot.begins) == SLOT
        there = slot.starts_at.astimezone(hours.zone(shop))
        assert (there.date(), there.time()) == (day, slot.begins)
    assert all(one.ends_at <= next.starts_at for one, next in pairwise(found))


@given(shops(), moments(), PIECES, st.sampled_from(DELIVERY_TYPES))
def test_nobody_is_promised_a_slot_that_begins_before_the_lead_is_over(
    shop: Shop, now: datetime, pieces: int, delivery_type: str
) -> None:
    ready = now + lead(pieces, delivery_type)
    try:
        slot = fit(shop, Wanted(), delivery_type, pieces, now)
    except Invalid:
        first = hours.today(shop, ready)
        later = [slot for days in range(SEARCHED) for slot in slots(shop, first + timedelta(days))]
        assert all(slot.starts_at < ready for slot in later)
        return
    assert slot.starts_at >= ready
    assert slot in slots(shop, slot.day)
    earlier = [other for days in (-1, 0) for other in slots(shop, slot.day + timedelta(days))]
    assert all(other.starts_at < ready for other in earlier if other.starts_at < slot.starts_at)


@given(shops(), moments(), PIECES, st.sampled_from(DELIVERY_TYPES))
def test_an_order_may_be_placed_for_whatever_slot_is_offered(
    shop: Shop, now: datetime, pieces: int, delivery_type: str
) -> None:
    try:
        slot = fit(shop, Wanted(), delivery_type, pieces, now)
    except Invalid:
        return
    refuse_impossible(shop, delivery_type, slot.day, slot.label, now)
    if slot.day >= hours.today(shop, now):
        chosen = Wanted(slot.day, slot=(slot.begins, slot.ends))
        assert fit(shop, chosen, delivery_type, pieces, now) == slot
