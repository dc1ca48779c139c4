"""An event that cannot be applied: it ends as a dead letter, and nobody waits for it."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from models import Shop, begin, engine
from sync.inbox.claim import claim
from sync.rules import Rules
from tests.sync import rows
from tests.sync.inbox.mail import (
    ORDER,
    drained,
    event,
    execute,
    hear_status,
    let_the_claims_run_out,
    linked_order,
    states,
)

NOBODY = 10**30  # no column holds the number of whoever changed it


@pytest.fixture
def hasty(rules: Rules) -> Rules:
    """Tried again at once."""
    return replace(rules, backoff_first_s=0)


def poison(order: int = ORDER) -> int:
    return hear_status("AP", order, changed_by_id=NOBODY)


def let_workers_die(times: int) -> None:
    """Each claims what is due and is killed before it wrote anything down."""
    for _ in range(times):
        claim(engine(), 100, 60)
        let_the_claims_run_out()


def transactions() -> set[str]:
    """The transactions that wrote the events last."""
    with begin() as session:
        return set(session.scalars(text("SELECT xmin::text FROM webhook_event")))


def test_an_event_that_fails_is_dead_after_five_tries(shop: Shop, hasty: Rules) -> None:
    order_id = linked_order(shop)
    bad = poison()
    drained(hasty)
    assert (event(bad).state, event(bad).attempts) == ("dead", 5)
    assert event(bad).reason == "Gave up after 5 attempts"
    assert event(bad).payload["status"] == "AP"
    assert "out of range" in str(event(bad).error)
    assert rows.history(order_id) == []


def test_later_events_go_on_without_it(shop: Shop, hasty: Rules) -> None:
    order_id = linked_order(shop)
    before, bad, after = hear_status("PD"), poison(), hear_status("CO")
    drained(hasty)
    assert states(before, after) == ["applied", "applied"]
    assert rows.order(ORDER).bitrix_status == "CO"
    assert len(rows.history(order_id)) == 2
    assert states(bad) == ["superseded"], "by the later one, which is newer"


def test_other_entities_go_on_without_it(shop: Shop, hasty: Rules) -> None:
    for order in (1, 2, 3):
        linked_order(shop, bitrix_id=order)
    first, bad, last = hear_status("AP", 1), poison(2), hear_status("AP", 3)
    drained(hasty)
    assert states(first, bad, last) == ["applied", "dead", "applied"]


def test_it_waits_longer_before_each_try(shop: Shop, rules: Rules) -> None:
    linked_order(shop)
    bad = poison()
    drained(replace(rules, backoff_first_s=10**6, backoff_cap_s=10**7))
    assert (event(bad).state, event(bad).attempts) == ("pending", 1)
    assert event(bad).claimed_until is None
    assert event(bad).error


def test_what_waits_for_another_try_lets_fresh_events_pass(shop: Shop, rules: Rules) -> None:
    linked_order(shop)
    patient = replace(rules, backoff_first_s=10**6, backoff_cap_s=10**7)
    poison()
    drained(patient)
    fresh = hear_status("CO")
    drained(patient)
    assert states(fresh) == ["applied"]


def test_after_a_crash_each_event_has_a_transaction_of_its_own(shop: Shop, rules: Rules) -> None:
    linked_order(shop)
    for code in ("AP", "CO", "DE"):
        hear_status(code)
    let_workers_die(1)
    drained(rules)
    assert {stored.state for stored in rows.events()} == {"applied"}
    assert len(transactions()) == 3


def test_without_a_crash_an_entity_is_one_transaction(shop: Shop, rules: Rules) -> None:
    linked_order(shop)
    for code in ("AP", "CO", "DE"):
        hear_status(code)
    drained(rules)
    assert len(transactions()) == 1


def test_an_event_that_killed_five_workers_is_dead_and_the_next_is_applied(shop: Shop, rules: Rules) -> None:
    linked_order(shop)
    bad, good = hear_status("AP"), hear_status("CO")
    let_workers_die(5)
    drained(rules)
    assert states(bad, good) == ["dead", "applied"]


def test_fresh_events_never_use_up_the_attempts_of_those_that_were_there(shop: Shop, rules: Rules) -> None:
    linked_order(shop)
    hear_status("AP"), hear_status("CO")
    for _ in range(6):
        hear_status("DE")
        let_workers_die(1)
    drained(rules)
    assert "dead" not in {stored.state for stored in rows.events()}
    assert rows.order(ORDER).bitrix_status == "DE"


def test_a_crash_after_the_work_before_the_commit_leaves_nothing(shop: Shop, rules: Rules) -> None:
    order_id = linked_order(shop)
    hear_status("AP")
    execute("ALTER TABLE webhook_event ADD CONSTRAINT never_done CHECK (state = 'pending') NOT VALID")
    try:
        with pytest.raises(Exception, match="never_done"):
            drained(rules)
        assert (rows.order(ORDER).status, rows.history(order_id), rows.debts("order")) == ("new", [], [])
    finally:
        execute("ALTER TABLE webhook_event DROP CONSTRAINT never_done")
    let_the_claims_run_out()
    drained(rules)
    assert rows.order(ORDER).status == "accepted"
