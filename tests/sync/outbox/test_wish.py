"""Many causes may wish for an entity; it owes one agreement, and whoever works on it is left alone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from models import Outbox, Shop, begin, engine
from sync.outbox.lease import claim, fail, finish
from sync.outbox.wish import wish
from tests.sync import rows

KEY = 668_826


def wished(shop: Shop, after_s: float = 0, reason: str = "edit", request_id: str | None = None) -> Outbox:
    with begin() as session:
        wish(session, shop.id, "product", KEY, reason, after_s=after_s, request_id=request_id)
    return rows.debt("product", KEY)


def due_in(row: Outbox) -> float:
    return (row.due_at - datetime.now(UTC)).total_seconds()


def test_ten_edits_make_one_row(shop: Shop) -> None:
    for _ in range(10):
        row = wished(shop)
    assert row.version == 10
    assert len(rows.debts("product")) == 1


def test_wishes_made_at_once_make_one_row_and_none_is_forgotten(shop: Shop) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: wished(shop), range(40)))
    assert [row.version for row in rows.debts("product")] == [40]


def test_a_wish_goes_with_the_transaction_that_made_it(shop: Shop) -> None:
    with begin() as session:
        wish(session, shop.id, "product", KEY, "edit")
        session.rollback()
    assert rows.debts("product") == []


def test_the_same_key_of_another_kind_is_a_debt_of_its_own(shop: Shop) -> None:
    wished(shop)
    with begin() as session:
        wish(session, shop.id, "order", KEY, "verify")
    assert [row.key for kind in ("product", "order") for row in rows.debts(kind)] == [str(KEY)] * 2


def test_the_row_tells_the_latest_cause_and_its_request(shop: Shop) -> None:
    wished(shop, reason="verify", request_id="first")
    row = wished(shop, reason="edit", request_id="second")
    assert (row.reason, row.request_id) == ("edit", "second")


def test_an_earlier_wish_brings_the_row_forward(shop: Shop) -> None:
    wished(shop, after_s=600)
    assert due_in(wished(shop, after_s=30)) < 31


def test_a_later_wish_does_not_put_the_row_off(shop: Shop) -> None:
    wished(shop, after_s=30)
    assert due_in(wished(shop, after_s=600)) < 31


def test_a_wish_never_touches_a_running_lease(shop: Shop) -> None:
    wished(shop)
    lease = claim(engine(), 60)
    assert lease
    before = rows.debt("product", KEY).lease_until
    row = wished(shop)
    assert (row.lease_until, row.lease_token) == (before, lease.token)


def test_the_first_wish_during_the_work_says_when_the_row_is_due_after_it(shop: Shop) -> None:
    """The row's own time has passed: kept, it would bring the verifying read at once."""
    wished(shop)
    claim(engine(), 60)
    assert 25 < due_in(wished(shop, after_s=30)) < 31


def test_of_several_wishes_during_the_work_the_earliest_counts(shop: Shop) -> None:
    wished(shop)
    claim(engine(), 60)
    wished(shop, after_s=5)
    assert due_in(wished(shop, after_s=600)) < 6
    assert due_in(wished(shop)) < 1


def test_a_wish_leaves_a_row_in_back_off_to_its_time(shop: Shop) -> None:
    wished(shop)
    lease = claim(engine(), 60)
    assert lease
    fail(engine(), lease, "http_503", after_s=900)
    row = wished(shop)
    assert due_in(row) > 800
    assert (row.attempts, row.version) == (1, 2)


def test_wishes_for_later_never_put_off_a_row_in_back_off(shop: Shop) -> None:
    """Else an order whose events keep coming would never be tried again."""
    wished(shop)
    lease = claim(engine(), 60)
    assert lease
    fail(engine(), lease, "http_503", after_s=10)
    assert due_in(wished(shop, after_s=900)) < 11


def test_a_wish_revives_a_dead_row_with_a_clean_record(shop: Shop) -> None:
    wished(shop)
    lease = claim(engine(), 60)
    assert lease
    fail(engine(), lease, "http_400", permanent=True, after_s=900)
    row = wished(shop)
    assert (row.state, row.attempts, row.crashes, row.not_found) == ("pending", 0, 0, 0)
    assert (row.error, row.finished_at) == (None, None)
    assert due_in(row) < 1


def test_a_row_that_died_in_doubt_is_still_in_doubt_when_it_is_revived(shop: Shop) -> None:
    wished(shop)
    lease = claim(engine(), 60)
    assert lease
    fail(engine(), lease, "malformed", permanent=True, in_doubt=True)
    assert wished(shop).in_doubt


def test_a_settled_row_is_used_again(shop: Shop) -> None:
    first = wished(shop)
    lease = claim(engine(), 60)
    assert lease
    finish(engine(), lease)
    row = wished(shop, after_s=30)
    assert (row.id, row.state) == (first.id, "pending")
    assert row.finished_at is None
    assert 25 < due_in(row) < 31


def test_a_debt_is_as_old_as_the_first_wish_for_it(shop: Shop) -> None:
    first = wished(shop).wished_at
    assert wished(shop).wished_at == first


def test_a_debt_that_was_settled_once_is_young_again(shop: Shop) -> None:
    """Else one that is wished for during every agreement would look as if it had never come about."""
    first = wished(shop).wished_at
    lease = claim(engine(), 60)
    assert lease
    wished(shop)
    finish(engine(), lease)
    row = rows.debt("product", KEY)
    assert row.state == "pending"
    assert row.wished_at > first
