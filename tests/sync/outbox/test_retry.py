"""An operator gives dead letters another life."""

from sqlalchemy import text

from models import Shop, begin, engine
from sync.outbox.lease import MOST_CRASHES, Lease, claim, fail
from sync.outbox.retry import retry
from sync.outbox.wish import wish
from tests.sync import rows

KEY = 668_826


def claimed(shop: Shop) -> Lease:
    with begin() as session:
        wish(session, shop.id, "product", KEY, "edit")
    return again()


def again() -> Lease:
    lease = claim(engine(), 60)
    assert lease is not None
    return lease


def run_out() -> None:
    with begin() as session:
        session.execute(text("UPDATE outbox SET lease_until = now() - interval '1 second'"))


def retried() -> int:
    with begin() as session:
        return retry(session, [rows.debt("product", KEY).id])


def test_a_dead_row_is_due_at_once_with_a_clean_record(shop: Shop) -> None:
    fail(engine(), claimed(shop), "http_400: bad", permanent=True)
    assert retried() == 1
    assert again().attempt == 1


def test_a_row_in_back_off_is_due_at_once(shop: Shop) -> None:
    fail(engine(), claimed(shop), "http_503: down", after_s=900)
    assert retried() == 1
    assert claim(engine(), 60) is not None


def test_a_row_that_is_being_worked_is_left(shop: Shop) -> None:
    claimed(shop)
    assert retried() == 0


def test_the_doubt_left_by_a_dead_worker_is_not_forgotten(shop: Shop) -> None:
    """Its order may be there: only the same key, sent again as such, tells."""
    claimed(shop)
    run_out()
    assert retried() == 1
    assert again().in_doubt


def test_a_row_that_killed_its_workers_gets_all_its_lives_back(shop: Shop) -> None:
    claimed(shop)
    for _ in range(MOST_CRASHES - 1):
        run_out()
        again()
    run_out()
    assert claim(engine(), 60) is None
    assert retried() == 1
    assert again().in_doubt
    assert rows.debt("product", KEY).crashes == 1
