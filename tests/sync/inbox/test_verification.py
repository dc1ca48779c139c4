"""What an entity owes for its events: a read that proves them, once for many."""

from dataclasses import replace
from typing import Any

import pytest

from models import Shop
from sync.rules import Rules
from tests.sync import rows
from tests.sync.inbox.mail import ORDER, drained, execute, hear_status, linked_order, states


def due_in(kind: str, key: object) -> int:
    """Seconds from the first wish to when it is due."""
    row = rows.debt(kind, key)
    return round((row.due_at - row.wished_at).total_seconds())


@pytest.fixture
def order_id(shop: Shop) -> int:
    return linked_order(shop)


def test_an_applied_event_is_verified_half_a_minute_later(order_id: int, rules: Rules) -> None:
    hear_status("AP", request_id="ignored")
    drained(rules)
    assert due_in("order", ORDER) == 30
    assert rows.debt("order", ORDER).reason == "verify"


def test_an_unchanged_event_is_verified_too(order_id: int, rules: Rules) -> None:
    assert states(hear_status("N")) == ["pending"]
    drained(rules)
    assert due_in("order", ORDER) == 30


def test_a_superseded_event_is_verified_too(order_id: int, rules: Rules) -> None:
    hear_status("AP", version=2)
    drained(rules)
    execute("DELETE FROM outbox")
    hear_status("CO", version=1)
    drained(rules)
    assert due_in("order", ORDER) == 30


def test_a_code_nobody_told_us_of_is_verified_where_the_order_is_known(order_id: int, rules: Rules) -> None:
    hear_status("ZZ"), hear_status("ZZ", ORDER + 1)
    drained(rules)
    assert [row.key for row in rows.debts("order")] == [str(ORDER)]


def test_many_events_make_one_debt(order_id: int, rules: Rules) -> None:
    for code in ("AP", "CO", "DE"):
        hear_status(code)
        drained(rules)
    assert len(rows.debts("order")) == 1
    assert due_in("order", ORDER) == 30, "as soon as the first of them asked"


@pytest.mark.parametrize("more", [{}, {"version": 1}])
def test_with_verification_off_nothing_is_owed(order_id: int, rules: Rules, more: dict[str, Any]) -> None:
    hear_status("AP", version=2)
    hear_status("CO", **more)
    drained(replace(rules, verify_after_s=0))
    assert rows.debts("order") == []


def test_what_is_owed_at_once_rings_the_bell_and_what_is_owed_later_does_not(order_id: int, rules: Rules) -> None:
    rung: list[str] = []
    hear_status("AP")
    drained(replace(rules, ring=rung.append))
    assert rung == []
