"""Each minute it is kept how both sides stand, from rows and from what all processes counted in Valkey."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bitrix.breaker import Breaker
from bitrix.calls import ANSWERED, FAILED, TURNED_AWAY, Calls
from bitrix.shared import Shared, connect
from models import Shop, SyncSample, begin, engine
from sync.retention import SAMPLE_DAYS, forget_samples
from tasks import wiring
from tasks.default import MINUTE, sample
from tasks.observe import site_was_called
from tests.people import STRANGERS, make_shop
from tests.traffic import make_debt, make_event, make_sample

NOW = datetime(2026, 11, 25, 12, 0, 3, tzinfo=UTC)
OVER = datetime(2026, 11, 25, 11, 59, tzinfo=UTC)


class Clock(datetime):
    @classmethod
    def now(cls, tz: object = None) -> datetime:
        return NOW


@pytest.fixture(autouse=True)
def calls(clean: None, redis_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Calls]:
    """Valkey as the workers share it, and a clock that stands still."""
    client = connect(redis_url)
    shared = Shared(client)
    counted = Calls(shared)
    monkeypatch.setattr(wiring, "calls", lambda: counted)
    monkeypatch.setattr(wiring, "breaker", lambda: Breaker(shared))
    monkeypatch.setattr("tasks.default.datetime", Clock)
    yield counted
    client.close()


@pytest.fixture
def shop(clean: None) -> Shop:
    with begin() as session:
        return make_shop(session)


def kept() -> list[SyncSample]:
    with begin() as session:
        return list(session.scalars(select(SyncSample).order_by(SyncSample.at)))


def ago(seconds: float) -> datetime:
    return datetime.now(UTC) - timedelta(seconds=seconds)


def test_the_minute_that_is_over_gets_a_row(shop: Shop, calls: Calls) -> None:
    with begin() as session:
        make_debt(session, shop, "1", wished_at=ago(30))
        make_debt(session, shop, "2")
        make_debt(session, shop, "3", state="dead")
        make_event(session, shop, "pending", due_at=ago(5))
        make_event(session, shop, "dead")
    calls.note(ANSWERED, 0.25, OVER)
    calls.note(ANSWERED, 0.5, NOW - timedelta(seconds=4))
    calls.note(FAILED, 10, OVER)
    calls.note(ANSWERED, 99, NOW)  # of the next minute
    sample()
    (row,) = kept()
    assert (row.shop_id, row.at, row.outbox_pending, row.dead) == (shop.id, OVER, 2, 2)
    assert (round(row.outbox_oldest_s, -1), 4 < row.inbox_oldest_s < 20) == (30, True)
    assert (row.site_calls, row.site_failed, row.site_seconds, row.breaker) == (3, 1, 0.75, "closed")


def test_a_debt_is_as_old_as_its_wish_though_the_next_attempt_is_far_off(shop: Shop) -> None:
    with begin() as session:
        make_debt(session, shop, wished_at=ago(900), due_at=ago(-300))
    sample()
    assert 895 < kept()[0].outbox_oldest_s < 920


def test_two_beats_write_one_row_and_the_first_stays(shop: Shop) -> None:
    sample()
    with begin() as session:
        make_debt(session, shop)
    sample()
    assert [row.outbox_pending for row in kept()] == [0]


def test_a_missed_minute_has_no_row(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    sample()
    monkeypatch.setattr(Clock, "now", classmethod(lambda cls, tz=None: NOW + 2 * MINUTE))
    sample()
    assert [row.at for row in kept()] == [OVER, OVER + 2 * MINUTE]


def test_a_shop_that_is_not_mirrored_has_no_row(shop: Shop) -> None:
    with begin() as session:
        make_shop(session, STRANGERS)
    sample()
    assert [row.shop_id for row in kept()] == [shop.id]


def test_a_breaker_that_turned_a_call_away_was_open_though_it_is_closed_again(shop: Shop, calls: Calls) -> None:
    calls.note(TURNED_AWAY, 0, OVER)
    sample()
    (row,) = kept()
    assert (row.breaker, row.site_calls) == ("open", 0)


def test_without_valkey_the_rows_are_told_and_the_site_is_not_known(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "calls", lambda: Calls(Shared(None)))
    sample()
    (row,) = kept()
    assert (row.outbox_pending, row.site_calls, row.site_seconds, row.breaker) == (0, None, None, None)


@pytest.mark.parametrize(
    ("outcome", "counted"),
    [
        ("ok", (1, 0, 0)),
        ("http_404", (1, 0, 0)),
        ("timeout", (0, 1, 0)),
        ("http_503", (0, 1, 0)),
        ("open_circuit", (0, 0, 1)),
        ("throttled", (0, 0, 0)),
        ("interrupted", (0, 0, 0)),
    ],
)
def test_a_call_is_counted_by_what_it_says_of_the_site(
    calls: Calls, outcome: str, counted: tuple[int, int, int]
) -> None:
    site_was_called(calls, "order", outcome, 0.5)
    minutes = [calls.of(at) for at in (ago(60), ago(0))]  # one may have just begun
    found = [(of.answered, of.failed, of.turned_away) for of in minutes if of]
    assert tuple(map(sum, zip(*found, strict=True))) == counted


def test_a_row_goes_when_no_chart_shows_it_any_more(shop: Shop) -> None:
    with begin() as session:
        make_sample(session, shop, ago((SAMPLE_DAYS + 1) * 86_400))
        make_sample(session, shop, ago((SAMPLE_DAYS - 1) * 86_400))
    assert forget_samples(engine()) == 1
    assert len(kept()) == 1
