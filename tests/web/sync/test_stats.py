"""How the last hour, day or month went."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from models import Shop, User, begin
from tests.traffic import make_debt, make_event, make_run, make_sample
from tests.web.conftest import Ask

PATH = "/sync/stats"


def fetch(ask: Ask, window: str = "1h", **options: Any) -> dict[str, Any]:
    return ask("GET", f"{PATH}?window={window}", **options or {"as_role": "manager"}).json


def ago(minutes: float) -> datetime:
    return datetime.now(UTC) - timedelta(minutes=minutes)


def total(stats: dict[str, Any], state: str) -> int:
    return sum(bucket["webhooks"].get(state, 0) for bucket in stats["buckets"])


@pytest.mark.parametrize(
    ("window", "bucket_s", "buckets"), [("1h", 60, 60), ("24h", 900, 96), ("30d", 21_600, 120)]
)
def test_each_window_has_its_number_of_buckets(
    ask: Ask, shop: Shop, window: str, bucket_s: int, buckets: int
) -> None:
    before = datetime.now(UTC)
    stats = fetch(ask, window)
    assert (stats["bucket_s"], len(stats["buckets"])) == (bucket_s, buckets)
    times = [datetime.fromisoformat(bucket["at"]) for bucket in stats["buckets"]]
    assert {after - before for before, after in pairwise(times)} == {timedelta(seconds=bucket_s)}
    assert times[-1] <= datetime.now(UTC)
    assert before < times[-1] + timedelta(seconds=bucket_s)


def test_webhooks_are_counted_by_what_became_of_them(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        for state in ("applied", "applied", "dead", "pending"):
            make_event(session, shop, state, received_at=ago(10))
        make_event(session, shop, "applied", received_at=ago(120))
    stats = fetch(ask)
    assert [total(stats, state) for state in ("applied", "dead", "pending", "parked")] == [2, 1, 1, 0]
    assert total(fetch(ask, "24h"), "applied") == 3


def test_latency_is_of_what_was_applied_for_the_first_time(ask: Ask, shop: Shop) -> None:
    received = ago(10)
    with begin() as session:
        for seconds in range(1, 102):
            made = {"received_at": received, "finished_at": received + timedelta(seconds=seconds)}
            make_event(session, shop, "applied", **made)
        late = {"received_at": received, "finished_at": ago(0)}
        make_event(session, shop, "applied", replayed=True, **late)
        make_event(session, shop, "dead", **late)
    (bucket,) = [bucket for bucket in fetch(ask)["buckets"] if bucket["applied_p50_s"] is not None]
    assert (bucket["applied_p50_s"], bucket["applied_p95_s"]) == (51, 96)


def test_the_backlog_grows_and_shrinks(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        make_event(session, shop, "pending", received_at=ago(90))
        make_event(session, shop, "applied", received_at=ago(90), finished_at=ago(30))
        make_event(session, shop, "applied", received_at=ago(90), finished_at=ago(80))
        make_event(session, shop, "applied", received_at=ago(20), finished_at=ago(10))
    waiting = [bucket["inbox_waiting"] for bucket in fetch(ask)["buckets"]]
    assert (waiting[0], waiting[35], waiting[44], waiting[-1]) == (2, 1, 2, 1)


def test_agreements_and_drift_are_counted_where_they_ended(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        make_debt(session, shop, "1", state="settled", finished_at=ago(5))
        make_debt(session, shop, "2", state="dead", finished_at=ago(5))
        make_run(session, shop, finished_at=ago(5), counts={"found": 3, "repaired": 2, "left": 1})
        make_run(session, shop, "orders", "failed", finished_at=ago(5))
        make_run(session, shop, finished_at=ago(5), dry_run=True, counts={"found": 9})
    buckets = fetch(ask)["buckets"]
    assert sum(bucket["settled"] for bucket in buckets) == 1
    drift = [bucket["drift"] for bucket in buckets if bucket["drift"]["found"]]
    assert drift == [{"found": 3, "repaired": 2, "left": 1}]


def minute(back: int) -> datetime:
    return ago(back).replace(second=0, microsecond=0)


def sampled(buckets: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [bucket for bucket in buckets if bucket["sampled"]]


def test_a_minute_is_shown_as_it_was_sampled(ask: Ask, shop: Shop) -> None:
    waits = {"outbox_pending": 3, "outbox_oldest_s": 61.5, "inbox_oldest_s": 2.5, "dead": 1}
    with begin() as session:
        calls = {"site_calls": 10, "site_failed": 2, "site_seconds": 4.0}
        make_sample(session, shop, minute(10), breaker="half_open", **waits, **calls)
    (bucket,) = sampled(fetch(ask)["buckets"])
    assert datetime.fromisoformat(bucket["at"]) == minute(10)
    assert {name: bucket[name] for name in waits} == waits
    assert (bucket["site_calls"], bucket["site_failed"], bucket["site_mean_s"]) == (10, 2, 0.5)
    assert bucket["breaker"] == {"closed": 0, "half_open": 1, "open": 0}


def test_a_minute_nobody_looked_at_is_a_gap(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        make_sample(session, shop, minute(10))
        make_sample(session, shop, minute(8))
    buckets = fetch(ask)["buckets"]
    first = buckets.index(sampled(buckets)[0])
    assert [bucket["outbox_pending"] for bucket in buckets[first : first + 3]] == [0, None, 0]
    assert (buckets[first + 1]["site_calls"], buckets[first + 1]["breaker"]["closed"]) == (None, 0)


def test_a_longer_time_shows_its_worst_minute_and_the_mean_of_its_calls(ask: Ask, shop: Shop) -> None:
    start = ago(60 * 24).replace(hour=0, minute=0, second=0, microsecond=0)
    with begin() as session:
        bad = {"outbox_pending": 9, "outbox_oldest_s": 300, "site_calls": 1, "site_failed": 1, "breaker": "open"}
        make_sample(session, shop, start, **bad)
        make_sample(session, shop, start + timedelta(minutes=1), site_calls=1, site_seconds=3.0)
        make_sample(session, shop, start + timedelta(minutes=2), site_calls=9, site_seconds=7.0)
    (bucket,) = sampled(fetch(ask, "30d")["buckets"])
    assert (bucket["sampled"], bucket["outbox_pending"], bucket["outbox_oldest_s"]) == (3, 9, 300)
    assert (bucket["site_calls"], bucket["site_failed"], bucket["site_mean_s"]) == (11, 1, 1.0)
    assert bucket["breaker"] == {"closed": 2, "half_open": 0, "open": 1}


def test_what_valkey_could_not_tell_is_not_shown_as_nothing(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        unknown = dict.fromkeys(("site_calls", "site_failed", "site_seconds", "breaker"))
        make_sample(session, shop, minute(10), **unknown)
    (bucket,) = sampled(fetch(ask)["buckets"])
    assert (bucket["outbox_pending"], bucket["site_calls"], bucket["site_mean_s"]) == (0, None, None)
    assert sum(bucket["breaker"].values()) == 0


def test_a_window_that_is_none_is_named(ask: Ask, shop: Shop) -> None:
    answer = ask("GET", f"{PATH}?window=1y", as_role="manager")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["window"])


def test_to_another_shop_nothing_of_it_shows(ask: Ask, shop: Shop, stranger: User) -> None:
    with begin() as session:
        make_event(session, shop, "applied", received_at=ago(10))
        make_sample(session, shop, minute(10))
    stats = fetch(ask, user=stranger)
    assert total(stats, "applied") == 0
    assert sampled(stats["buckets"]) == []
