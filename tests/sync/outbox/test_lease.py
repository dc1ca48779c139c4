"""A debt is worked by one worker at a time, and only the holder of its lease says what became of it."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from models import Outbox, Shop, begin, engine
from sync.outbox.lease import CLAIM, MOST_CRASHES, Lease, LeaseLost, claim, fail, finish, hold
from sync.outbox.wish import wish
from tests.sync import rows
from tests.sync.plans import most_rows

KEY = 668_826
Owe = Callable[..., None]


@pytest.fixture
def owe(shop: Shop) -> Owe:
    def owe(key: object = KEY, after_s: float = 0) -> None:
        with begin() as session:
            wish(session, shop.id, "product", key, "edit", after_s=after_s)

    return owe


def claimed() -> Lease:
    lease = claim(engine(), 60)
    assert lease is not None
    return lease


def run_out() -> None:
    """The worker of every lease has died without a word."""
    with begin() as session:
        session.execute(text("UPDATE outbox SET lease_until = now() - interval '1 second'"))


def row() -> Outbox:
    return rows.debt("product", KEY)


def due_in() -> float:
    return (row().due_at - datetime.now(UTC)).total_seconds()


# Taking a debt


def test_the_attempt_is_counted_before_the_work(owe: Owe) -> None:
    owe()
    lease = claimed()
    assert (lease.kind, lease.key, lease.attempt) == ("product", str(KEY), 1)
    assert (row().attempts, row().lease_token) == (1, lease.token)


def test_there_is_nothing_to_take_before_it_is_due(owe: Owe) -> None:
    owe(after_s=30)
    assert claim(engine(), 60) is None


def test_a_debt_that_somebody_works_on_is_nobody_elses(owe: Owe) -> None:
    owe()
    claimed()
    owe()
    assert claim(engine(), 60) is None


def test_the_longest_due_comes_first(owe: Owe) -> None:
    for key in (1, 2, 3):
        owe(key)
    assert [claimed().key for _ in range(3)] == ["1", "2", "3"]


def test_each_debt_is_taken_by_one_of_many_workers(owe: Owe) -> None:
    for key in range(40):
        owe(key)

    def take_all() -> list[str]:
        taken = []
        while lease := claim(engine(), 60):
            taken.append(lease.key)
        return taken

    with ThreadPoolExecutor(8) as pool:
        futures = [pool.submit(take_all) for _ in range(8)]
    taken = Counter(key for future in futures for key in future.result())
    assert taken == Counter({str(key): 1 for key in range(40)})


# Ending the work


def test_a_finished_debt_is_settled_with_a_clean_record(owe: Owe) -> None:
    owe()
    fail(engine(), claimed(), "lost", in_doubt=True, not_found=True)
    finish(engine(), claimed())
    found = row()
    assert (found.state, found.attempts, found.crashes, found.not_found) == ("settled", 0, 0, 0)
    assert (found.in_doubt, found.error, found.lease_until) == (False, None, None)
    assert found.finished_at is not None


def test_a_newer_wish_leaves_the_row_due(owe: Owe) -> None:
    owe()
    lease = claimed()
    owe()
    finish(engine(), lease)
    assert row().state == "pending"
    assert claim(engine(), 60) is not None


def test_who_lost_the_lease_can_neither_finish_nor_fail(owe: Owe) -> None:
    owe()
    late = claimed()
    run_out()
    holder = claimed()
    finish(engine(), late)
    fail(engine(), late, "too late", permanent=True)
    assert (row().state, row().lease_token, row().error) == ("pending", holder.token, None)


def test_nothing_may_be_recorded_without_the_lease(owe: Owe) -> None:
    owe()
    late = claimed()
    run_out()
    claimed()
    with begin() as session, pytest.raises(LeaseLost):
        hold(session, late)


def test_a_lease_that_ran_out_is_lost_though_nobody_took_it(owe: Owe) -> None:
    owe()
    lease = claimed()
    run_out()
    with begin() as session, pytest.raises(LeaseLost):
        hold(session, lease)


def test_while_it_is_held_nobody_else_can_take_the_debt(owe: Owe) -> None:
    owe()
    lease = claimed()
    with begin() as session:
        hold(session, lease)
        assert claim(engine(), 60) is None


# Failing


def test_a_transient_failure_backs_off(owe: Owe) -> None:
    owe()
    fail(engine(), claimed(), "http_503: down", after_s=30)
    assert (row().state, row().attempts, row().error) == ("pending", 1, "http_503: down")
    assert 25 < due_in() < 31


def test_a_permanent_failure_is_a_dead_letter(owe: Owe) -> None:
    owe()
    fail(engine(), claimed(), "http_400: bad", permanent=True, after_s=30)
    assert (row().state, row().error) == ("dead", "http_400: bad")
    assert row().finished_at is not None
    assert claim(engine(), 60) is None


def test_a_newer_wish_gets_its_try_after_a_permanent_failure(owe: Owe) -> None:
    """What was refused may be the very thing that the newer edit put right."""
    owe()
    lease = claimed()
    owe()
    fail(engine(), lease, "http_400: bad", permanent=True, after_s=900)
    assert row().state == "pending"
    assert claim(engine(), 60) is not None


def test_a_newer_wish_does_not_cut_a_back_off_short(owe: Owe) -> None:
    owe()
    lease = claimed()
    owe()
    fail(engine(), lease, "http_503: down", after_s=900)
    assert due_in() > 800


def test_what_was_not_tried_uses_up_no_attempt(owe: Owe) -> None:
    owe()
    fail(engine(), claimed(), "open_circuit", counts=False)
    assert row().attempts == 0
    assert claimed().attempt == 1


def test_doubt_stays_until_the_debt_is_settled(owe: Owe) -> None:
    owe()
    fail(engine(), claimed(), "reset", in_doubt=True)
    lease = claimed()
    assert lease.in_doubt
    fail(engine(), lease, "http_503: down")
    assert claimed().in_doubt


# Dying


def test_a_debt_whose_worker_died_is_in_doubt_and_taken_again(owe: Owe) -> None:
    owe()
    first = claimed()
    run_out()
    second = claimed()
    assert (first.in_doubt, second.in_doubt) == (False, True)
    assert (second.attempt, row().crashes) == (2, 2)
    assert second.token != first.token


def test_a_debt_that_kills_its_workers_is_dead_in_the_end(owe: Owe) -> None:
    owe()
    for _ in range(MOST_CRASHES):
        claimed()
        run_out()
    assert claim(engine(), 60) is None
    assert (row().state, row().error) == ("dead", f"its worker died {MOST_CRASHES} times")


def test_only_deaths_in_a_row_count(owe: Owe) -> None:
    owe()
    for _ in range(MOST_CRASHES + 1):
        claimed()
        run_out()
        fail(engine(), claimed(), "http_503: down")
    assert row().state == "pending"


def test_a_debt_that_killed_its_worker_does_not_hold_up_the_others(owe: Owe) -> None:
    owe()
    claimed()
    run_out()
    owe(2)
    assert [claimed().key for _ in range(2)] == ["2", str(KEY)]


def test_a_claim_looks_at_what_it_takes_and_not_at_the_backlog(shop: Shop) -> None:
    with begin() as session:
        session.execute(text("ANALYZE outbox"))  # the planner learns that it is empty, and then it is not
        session.execute(
            text(
                "INSERT INTO outbox (shop_id, kind, key, reason) "
                "SELECT :shop_id, 'product', n::text, 'edit' FROM generate_series(1, 3000) n"
            ),
            {"shop_id": shop.id},
        )
    assert most_rows(CLAIM, fresh=True, lease_s=60, most_crashes=MOST_CRASHES) <= 10
