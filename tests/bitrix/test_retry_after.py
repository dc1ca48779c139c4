"""The Retry-After header."""

from datetime import UTC, datetime

import pytest

from bitrix.retry_after import parse_retry_after

NOW = datetime(2025, 10, 24, 10, 30, 0, tzinfo=UTC)


@pytest.mark.parametrize(("header", "seconds"), [("120", 120.0), ("0", 0.0), (" 7 ", 7.0), ("1.5", 1.5)])
def test_seconds_are_seconds(header: str, seconds: float) -> None:
    assert parse_retry_after({"Retry-After": header}, NOW) == seconds


def test_a_date_is_counted_from_now() -> None:
    assert parse_retry_after({"Retry-After": "Fri, 24 Oct 2025 10:32:00 GMT"}, NOW) == 120.0


def test_a_date_is_counted_from_the_sites_own_clock_where_it_tells_the_time() -> None:
    headers = {"Retry-After": "Fri, 24 Oct 2025 12:00:10 GMT", "Date": "Fri, 24 Oct 2025 12:00:00 GMT"}
    assert parse_retry_after(headers, NOW) == 10.0


def test_a_date_gone_by_is_now() -> None:
    assert parse_retry_after({"Retry-After": "Fri, 24 Oct 2025 10:00:00 GMT"}, NOW) == 0.0


@pytest.mark.parametrize("headers", [{}, {"Retry-After": ""}, {"Retry-After": "soon"}, {"Retry-After": "-5"}])
def test_no_header_or_nonsense_is_none(headers: dict[str, str]) -> None:
    assert parse_retry_after(headers, NOW) is None
