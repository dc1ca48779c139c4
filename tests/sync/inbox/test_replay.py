"""Events put back by an operator's hand: they never bring back anything older than what is there."""

from dataclasses import replace

import pytest

from models import Shop, begin
from sync.inbox.replay import replay
from sync.links import mark, read_through
from sync.rules import Rules
from tests.sync import rows
from tests.sync.inbox.mail import (
    ORDER,
    PRODUCT,
    drained,
    event,
    execute,
    hear_product,
    hear_status,
    linked_order,
    states,
)


@pytest.fixture
def order_id(shop: Shop) -> int:
    return linked_order(shop)


def replayed(*event_ids: int) -> int:
    with begin() as session:
        return replay(session, event_ids)


def read_a_newer_state(shop: Shop, code: str, status: str) -> None:
    """A read found what no webhook told us."""
    with begin() as session:
        noted = mark(session, shop.id, "order", ORDER, 0)
        link = session.merge(rows.link("order", ORDER))
        link.base = {"status": {"ours": code, "theirs": code}}
        read_through(link, noted, status=code)
    execute('UPDATE "order" SET status = :status, bitrix_status = :code', status=status, code=code)


def test_an_older_event_makes_its_entity_due_and_changes_nothing(order_id: int, rules: Rules) -> None:
    old = hear_status("AP")
    hear_status("CO")
    drained(rules)
    execute("DELETE FROM outbox")
    assert replayed(old) == 1
    drained(rules)
    assert (event(old).state, event(old).replayed) == ("superseded", True)
    assert rows.order(ORDER).bitrix_status == "CO"
    assert len(rows.debts("order")) == 1


def test_the_last_event_is_old_too_once_a_read_found_something_newer(
    shop: Shop, order_id: int, rules: Rules
) -> None:
    last = hear_status("AP")
    drained(rules)
    read_a_newer_state(shop, "CO", "assembled")
    replayed(last)
    drained(rules)
    assert states(last) == ["superseded"]
    assert rows.order(ORDER).bitrix_status == "CO"


def test_a_dead_letter_is_applied_when_nothing_newer_came(order_id: int, rules: Rules) -> None:
    dead = hear_status("AP", changed_by_id=10**30)
    drained(replace(rules, backoff_first_s=0))
    assert states(dead) == ["dead"]
    execute("UPDATE webhook_event SET payload = payload - 'changed_by_id'")
    replayed(dead)
    assert (event(dead).attempts, event(dead).error, event(dead).finished_at) == (0, None, None)
    drained(rules)
    assert states(dead) == ["applied"]
    assert rows.order(ORDER).bitrix_status == "AP"


def test_a_dead_letter_that_was_overtaken_is_superseded(order_id: int, rules: Rules) -> None:
    dead = hear_status("AP")
    execute("UPDATE webhook_event SET state = 'dead'")
    hear_status("CO")
    drained(rules)
    replayed(dead)
    drained(rules)
    assert states(dead) == ["superseded"]
    assert rows.order(ORDER).bitrix_status == "CO"


def test_replaying_everything_changes_nothing(order_id: int, rules: Rules) -> None:
    events = [hear_status(code) for code in ("AP", "CO", "DE", "CO")]
    drained(rules)
    before = len(rows.history(order_id))
    replayed(*events)
    drained(rules)
    assert rows.order(ORDER).bitrix_status == "CO"
    assert len(rows.history(order_id)) == before


def test_what_is_pending_already_is_left(order_id: int) -> None:
    assert replayed(hear_status("AP")) == 0


def test_a_product_event_is_only_a_hint_when_it_is_replayed(shop: Shop, rules: Rules) -> None:
    told = hear_product(title="Розы", price="4 000 ₸")
    drained(rules)
    execute("UPDATE product SET name = 'Пионы'")
    execute("DELETE FROM outbox")
    replayed(told)
    drained(rules)
    assert states(told) == ["superseded"]
    assert rows.product(PRODUCT).name == "Пионы"
    assert len(rows.debts("product")) == 1
