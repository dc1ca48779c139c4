"""Status events against orders: every state an event can end in, and what history says."""

from dataclasses import replace
from typing import Any

import pytest

from bitrix.wire.status import StatusTable
from models import Shop, begin
from shop.actor import Actor
from sync.edits import change_order_status, lock_order
from sync.rules import Rules
from tests.sync import rows
from tests.sync.inbox.mail import ORDER, drained, event, execute, hear_status, linked_order, states


def pay(shop: Shop, order_id: int) -> None:
    """A payment here, of which the site knows nothing."""
    with begin() as session:
        order = lock_order(session, shop.id, order_id)
        assert order is not None
        change_order_status(session, order, "paid", actor=Actor.payment())


def history(order_id: int) -> list[tuple[str, str | None, str | None, bool]]:
    return [(row.field, row.old_value, row.new_value, row.forced) for row in rows.history(order_id)]


def test_a_status_is_applied_with_its_history(shop: Shop, rules: Rules) -> None:
    order_id = linked_order(shop)
    applied = hear_status("AP", changed_by_id=42, notes="Позвонили")
    assert drained(rules) == 1
    assert states(applied) == ["applied"]
    order = rows.order(ORDER)
    assert (order.status, order.bitrix_status) == ("accepted", "AP")
    [row] = rows.history(order_id)
    assert (row.field, row.old_value, row.new_value, row.forced) == ("status", "new", "accepted", False)
    assert (row.actor_kind, row.actor_id, row.note) == ("bitrix", 42, "Позвонили")


def test_what_is_there_already_is_unchanged(shop: Shop, rules: Rules) -> None:
    order_id = linked_order(shop)
    repeated = hear_status("N")
    drained(rules)
    assert states(repeated) == ["unchanged"]
    assert history(order_id) == []


def test_fifty_repeats_have_one_effect(shop: Shop, rules: Rules) -> None:
    order_id = linked_order(shop)
    repeats = [hear_status("AP") for _ in range(50)]
    drained(rules)
    assert states(*repeats) == ["applied"] + ["unchanged"] * 49
    assert len(history(order_id)) == 1


def test_events_are_applied_in_the_order_of_their_receipt(shop: Shop, rules: Rules) -> None:
    order_id = linked_order(shop)
    for code in ("AP", "CO", "DE", "F"):
        hear_status(code)
    drained(rules)
    assert [new for _, _, new, _ in history(order_id)] == ["accepted", "assembled", "in_delivery", "delivered"]


def test_ours_is_accepted_an_undrained_co_waits_and_ap_arrives(shop: Shop, rules: Rules) -> None:
    linked_order(shop, "AP", "accepted")
    waiting, arrived = hear_status("CO"), hear_status("AP")
    drained(rules)
    assert states(waiting, arrived) == ["applied", "applied"]
    assert rows.order(ORDER).bitrix_status == "AP"


def test_the_site_may_go_where_no_arrow_leads_and_history_says_so(shop: Shop, rules: Rules) -> None:
    order_id = linked_order(shop)
    hear_status("F")
    hear_status("AP")
    drained(rules)
    assert history(order_id) == [("status", "new", "delivered", True), ("status", "delivered", "accepted", True)]


def test_rf_and_un_are_both_cancelled_and_not_the_same(shop: Shop, rules: Rules) -> None:
    order_id = linked_order(shop, "AP", "accepted")
    events = [hear_status(code) for code in ("RF", "UN", "UN")]
    drained(rules)
    assert states(*events) == ["applied", "applied", "unchanged"]
    assert (rows.order(ORDER).status, rows.order(ORDER).bitrix_status) == ("cancelled", "UN")
    assert history(order_id) == [("status", "accepted", "cancelled", False), ("bitrix_status", "RF", "UN", False)]


def test_a_code_nobody_told_us_of_is_kept_for_review(shop: Shop, rules: Rules) -> None:
    order_id = linked_order(shop)
    strange, known = hear_status("ZZ"), hear_status("AP")
    drained(rules)
    assert (event(strange).state, event(strange).reason) == ("skipped", "Unknown status: ZZ")
    assert states(known) == ["applied"]
    assert len(history(order_id)) == 1


def test_a_code_the_shop_added_is_known(shop: Shop, rules: Rules) -> None:
    linked_order(shop)
    hear_status("ZZ")
    drained(replace(rules, statuses=StatusTable({"ZZ": "assembled"})))
    assert (rows.order(ORDER).status, rows.order(ORDER).bitrix_status) == ("assembled", "ZZ")


def test_a_status_of_ours_that_the_site_repeats_the_old_one_of_stays_ahead(shop: Shop, rules: Rules) -> None:
    order_id = linked_order(shop)
    pay(shop, order_id)
    old = hear_status("N")
    drained(rules)
    assert states(old) == ["unchanged"]
    assert rows.order(ORDER).status == "paid"
    assert rows.conflicts() == []


def test_where_both_moved_the_site_wins_and_a_conflict_is_kept(shop: Shop, rules: Rules) -> None:
    order_id = linked_order(shop)
    pay(shop, order_id)
    moved = hear_status("AP")
    drained(rules)
    assert states(moved) == ["applied"]
    assert rows.order(ORDER).status == "accepted"
    [conflict] = rows.conflicts()
    assert (conflict.field, conflict.why, conflict.ours, conflict.theirs) == ("status", "both_moved", "paid", "AP")


def test_where_both_moved_to_the_same_there_is_nothing_to_say(shop: Shop, rules: Rules) -> None:
    order_id = linked_order(shop)
    pay(shop, order_id)
    hear_status("PD")
    drained(rules)
    assert (rows.order(ORDER).status, rows.order(ORDER).bitrix_status) == ("paid", "PD")
    assert history(order_id)[1:] == [("bitrix_status", "N", "PD", False)]
    assert rows.conflicts() == []


def test_an_order_deleted_here_is_left_alone(shop: Shop, rules: Rules) -> None:
    linked_order(shop)
    execute('UPDATE "order" SET deleted_at = now()')
    late = hear_status("AP")
    drained(rules)
    assert states(late) == ["skipped"]
    assert rows.order(ORDER).status == "new"
    assert rows.debts("order") == []


def test_an_order_whose_tombstone_alone_is_left_is_left_alone(shop: Shop, rules: Rules) -> None:
    linked_order(shop)
    execute("UPDATE sync_link SET local_id = NULL, state = 'gone_here'")
    execute('DELETE FROM "order"')
    late = hear_status("AP")
    drained(rules)
    assert states(late) == ["skipped"]
    assert rows.link("order", ORDER).state == "gone_here"


def test_every_change_of_an_order_moves_its_link_on(shop: Shop, rules: Rules) -> None:
    linked_order(shop)
    hear_status("AP")
    last = hear_status("AP")
    drained(rules)
    link = rows.link("order", ORDER)
    assert (link.seq, link.last_event_id) == (2, last)


# Newer handlers number their saves and say when they were.

EARLY, LATE = "2026-03-01T10:00:00+05:00", "2026-03-01T10:00:01+05:00"


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        ({"version": 2}, {"version": 1}, "superseded"),
        ({"version": 2}, {"version": 3}, "applied"),
        ({"changed_at": LATE}, {"changed_at": EARLY}, "superseded"),
        ({"changed_at": EARLY}, {"changed_at": LATE}, "applied"),
        ({"changed_at": LATE, "version": 1}, {"changed_at": EARLY, "version": 2}, "applied"),
        ({"version": 2}, {}, "applied"),
        ({}, {"version": 1}, "applied"),
        ({"changed_at": LATE}, {"changed_at": "2026-03-01T05:00:00Z"}, "superseded"),
    ],
)
def test_a_newer_handlers_numbers_and_times_tell_the_order(
    shop: Shop, rules: Rules, first: dict[str, Any], second: dict[str, Any], outcome: str
) -> None:
    linked_order(shop)
    events = hear_status("AP", **first), hear_status("CO", **second)
    drained(rules)
    assert states(*events) == ["applied", outcome]
    assert rows.order(ORDER).bitrix_status == ("CO" if outcome == "applied" else "AP")
