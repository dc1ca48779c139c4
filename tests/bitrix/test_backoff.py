"""When to try again, without a clock."""

from hypothesis import given
from hypothesis import strategies as st

from bitrix.backoff import LONGEST_RETRY_AFTER, ceiling, delay

ATTEMPTS = st.integers(1, 10_000)
DRAWS = st.floats(0, 1, exclude_max=True)


def test_the_ceiling_doubles_from_the_base_to_the_cap() -> None:
    assert [ceiling(attempt, base=1, cap=10) for attempt in range(1, 7)] == [1, 2, 4, 8, 10, 10]


@given(ATTEMPTS, DRAWS)
def test_the_jitter_is_full(attempt: int, draw: float) -> None:
    assert delay(attempt, base=1, cap=300, draw=lambda: draw) == draw * ceiling(attempt, 1, 300)


@given(ATTEMPTS)
def test_the_delay_never_exceeds_the_cap(attempt: int) -> None:
    assert 0 <= delay(attempt, base=0.5, cap=60) <= 60


@given(ATTEMPTS, st.floats(0, LONGEST_RETRY_AFTER))
def test_the_site_is_never_asked_before_it_wants_to_be(attempt: int, retry_after: float) -> None:
    assert delay(attempt, base=1, cap=60, retry_after=retry_after) >= retry_after


def test_those_who_wait_for_the_same_moment_do_not_come_back_together() -> None:
    early = delay(1, base=1, cap=60, retry_after=30, draw=lambda: 0.1)
    late = delay(1, base=1, cap=60, retry_after=30, draw=lambda: 0.9)
    assert (early, late) == (30.1, 30.9)


def test_a_site_that_asks_for_a_year_is_asked_after_an_hour() -> None:
    assert delay(1, base=1, cap=60, retry_after=31_536_000, draw=lambda: 0.0) == LONGEST_RETRY_AFTER
