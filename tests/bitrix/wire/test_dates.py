"""Dates of the wire; the shop lives five hours east of Greenwich."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitrix.wire.dates import parse_date, parse_moment
from bitrix.wire.unreadable import Unreadable

MOMENTS = [
    ("2025-10-24T10:30:00Z", datetime(2025, 10, 24, 10, 30, tzinfo=UTC)),
    ("2025-09-26T14:59:39+0500", datetime(2025, 9, 26, 9, 59, 39, tzinfo=UTC)),
    ("2025-09-26T14:59:39+05:00", datetime(2025, 9, 26, 9, 59, 39, tzinfo=UTC)),
    ("2025-09-26T14:59:39.250Z", datetime(2025, 9, 26, 14, 59, 39, 250_000, tzinfo=UTC)),
    ("2025-09-26 14:59:39", datetime(2025, 9, 26, 9, 59, 39, tzinfo=UTC)),
    ("24.10.2025", datetime(2025, 10, 23, 19, 0, tzinfo=UTC)),
    ("24.10.2025 15:30", datetime(2025, 10, 24, 10, 30, tzinfo=UTC)),
    ("24.10.2025 15:30:05", datetime(2025, 10, 24, 10, 30, 5, tzinfo=UTC)),
    ("2025-10-24", datetime(2025, 10, 23, 19, 0, tzinfo=UTC)),
]
DAYS = [
    ("2025-10-26", date(2025, 10, 26)),
    ("26.10.2025", date(2025, 10, 26)),
    (" 26.10.2025 ", date(2025, 10, 26)),
    ("2025-10-25T22:30:00Z", date(2025, 10, 26)),
    ("2025-10-26T00:30:00+0500", date(2025, 10, 26)),
]
UNREADABLE = [
    "", None, False, 20251024, [], "завтра", "0000-00-00", "00.00.0000", "31.02.2025", "2025-13-01", "10/24/2025",
    "20251024", "2025-W43", "2025-10-24T25:00:00Z", "1970-01-01", "9999-12-31", "2025-10-24T10:30:00+99:00",
    "٢٠٢٥-10-24",
]  # fmt: skip


@pytest.mark.parametrize(("raw", "moment"), MOMENTS)
def test_a_moment_is_read_in_every_spelling_and_is_utc(raw: str, moment: datetime) -> None:
    read = parse_moment(raw)
    assert read == moment
    assert read.tzinfo is UTC


@pytest.mark.parametrize(("raw", "day"), DAYS)
def test_a_date_is_the_day_in_the_shop(raw: str, day: date) -> None:
    assert parse_date(raw) == day


@pytest.mark.parametrize("parse", [parse_date, parse_moment])
@pytest.mark.parametrize("raw", UNREADABLE, ids=repr)
def test_what_is_no_date_is_refused(raw: object, parse: object) -> None:
    with pytest.raises(Unreadable):
        parse(raw)  # type: ignore[operator]


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 12, 31)),
    st.integers(-14 * 60, 14 * 60),
)
def test_a_moment_with_an_offset_survives_the_wire(naive: datetime, minutes: int) -> None:
    moment = naive.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert parse_moment(moment.strftime("%Y-%m-%dT%H:%M:%S%z")) == moment


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_both_spellings_of_a_day_are_the_same_day(day: date) -> None:
    assert parse_date(day.isoformat()) == parse_date(day.strftime("%d.%m.%Y")) == day


@given(st.text())
def test_any_text_at_all_is_a_moment_or_refused(raw: str) -> None:
    with suppress(Unreadable):
        assert parse_moment(raw).tzinfo is UTC
