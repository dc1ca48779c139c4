"""What customers say, understood."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.delivery_time import Wanted
from shop.delivery_words import PARTS, day, parse, wanted
from shop.errors import Invalid

TODAY = date(2026, 12, 31)
MORNING, EVENING = Wanted(before=time(12)), Wanted(since=time(17))


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("сегодня", Wanted(TODAY)),
        ("Завтра", Wanted(date(2027, 1, 1))),
        ("послезавтра", Wanted(date(2027, 1, 2))),
        ("через 1 день", Wanted(date(2027, 1, 1))),
        ("через 3 дня", Wanted(date(2027, 1, 3))),
        ("ЧЕРЕЗ 10  ДНЕЙ", Wanted(date(2027, 1, 10))),
        ("2027-02-28", Wanted(date(2027, 2, 28))),
        ("утром", MORNING),
        ("днём", Wanted(since=time(12), before=time(17))),
        ("днем", Wanted(since=time(12), before=time(17))),
        ("вечером", EVENING),
        ("как можно скорее", Wanted()),
        ("15:30", Wanted(at=time(15, 30))),
        ("9:05", Wanted(at=time(9, 5))),
        ("14:00-16:00", Wanted(slot=(time(14), time(16)))),
        ("14:00 – 16:00", Wanted(slot=(time(14), time(16)))),
        ("завтра утром", Wanted(date(2027, 1, 1), before=time(12))),
        ("вечером, послезавтра", Wanted(date(2027, 1, 2), since=time(17))),
        ("через 2 дня в 15:30", Wanted(date(2027, 1, 2), at=time(15, 30))),
        ("на завтра к 10:00.", Wanted(date(2027, 1, 1), at=time(10))),
        ("завтра как можно скорее", Wanted(date(2027, 1, 1))),
    ],
)
def test_these_words_are_understood(text: str, understood: Wanted) -> None:
    assert parse(text, TODAY) == understood


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "когда-нибудь",
        "завтра или послезавтра",
        "завтра завтра",
        "утром вечером",
        "завтрак",
        "через дня",
        "через -1 день",
        "через 1000 дней",
        "через 999999999999 дней",
        "2026-02-30",
        "2026-13-01",
        "0001-01-01",
        "9999-12-31",
        "25:00",
        "12:60",
        "12:000",
        "в",
        "завтра ٣:٣٠",
        "31.12.2026",
    ],
)
def test_others_are_not_and_the_field_is_named(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse(text, TODAY, "when")
    assert list(refused.value.errors) == ["when"]


def test_a_day_alone_is_a_day_and_nothing_else() -> None:
    assert day("завтра", TODAY, "date") == date(2027, 1, 1)
    for text in ("утром", "завтра утром", "15:30"):
        with pytest.raises(Invalid):
            day(text, TODAY, "date")


def test_a_day_and_a_time_may_come_apart() -> None:
    assert wanted("завтра", "утром", TODAY) == Wanted(date(2027, 1, 1), before=time(12))
    assert wanted(None, "утром", TODAY) == MORNING
    assert wanted("завтра", None, TODAY) == Wanted(date(2027, 1, 1))
    assert wanted(None, None, TODAY) == Wanted()
    for texts, field in ((("вчера", None), "delivery_date"), ((None, "завтра"), "delivery_time")):
        with pytest.raises(Invalid) as refused:
            wanted(*texts, TODAY)
        assert list(refused.value.errors) == [field]


@given(st.integers(0, 999), st.sampled_from(list(PARTS)), st.booleans())
def test_day_and_time_are_understood_in_any_order(days: int, part: str, first: bool) -> None:
    said = [f"через {days} дней", part]
    understood = parse(" ".join(said if first else said[::-1]), TODAY)
    assert understood.day == TODAY + timedelta(days)
    assert (understood.since, understood.before) == (PARTS[part].since, PARTS[part].before)


def misunderstood(text: str) -> list[str]:
    """The fields at fault; none where it was understood."""
    try:
        parse(text, TODAY)
    except Invalid as error:
        return list(error.errors)
    return []


@given(st.text(max_size=200))
def test_no_words_break_it(text: str) -> None:
    assert misunderstood(text) in ([], ["text"])


@given(st.text("через 0123456789-:дняутромвзавтра \n", max_size=60))
def test_nor_do_words_that_are_nearly_right(text: str) -> None:
    assert misunderstood(text) in ([], ["text"])
