"""Events of orders we do not know (yet): kept, and worked when the order is linked."""

from dataclasses import replace

from models import Shop, begin
from sync.links import wake_parked
from sync.orders.parked import give_up_parked, wake_linked
from sync.rules import Rules
from tests.sync import rows
from tests.sync.inbox.mail import ORDER, drained, event, hear_status, linked_order, states
from tests.sync.inbox.test_verification import due_in


def link_and_wake(shop: Shop, bitrix_id: int = ORDER) -> None:
    linked_order(shop, bitrix_id=bitrix_id)
    with begin() as session:
        wake_parked(session, shop.id, "order", bitrix_id)


def test_an_event_of_an_unknown_order_is_parked(shop: Shop, rules: Rules) -> None:
    parked = hear_status("AP")
    drained(rules)
    assert (event(parked).state, event(parked).reason) == ("parked", "Order not found in Railway")
    assert event(parked).finished_at is None
    assert rows.orders() == []


def test_it_wishes_for_a_read_in_a_minute(shop: Shop, rules: Rules) -> None:
    hear_status("AP")
    drained(rules)
    assert due_in("order", ORDER) == 60


def test_it_wishes_for_a_read_though_nothing_is_verified(shop: Shop, rules: Rules) -> None:
    hear_status("AP")
    drained(replace(rules, verify_after_s=0))
    assert due_in("order", ORDER) == 60


def test_linking_wakes_what_was_parked_in_the_order_of_receipt(shop: Shop, rules: Rules) -> None:
    events = [hear_status(code) for code in ("AP", "CO")]
    drained(rules)
    link_and_wake(shop)
    drained(rules)
    assert states(*events) == ["applied", "applied"]
    assert rows.order(ORDER).bitrix_status == "CO"


def test_linking_wakes_nobody_elses_events(shop: Shop, rules: Rules) -> None:
    other = hear_status("AP", ORDER + 1)
    drained(rules)
    link_and_wake(shop)
    assert states(other) == ["parked"]


def test_an_event_that_woke_has_all_its_attempts_before_it(shop: Shop, rules: Rules) -> None:
    parked = hear_status("AP")
    drained(rules)
    link_and_wake(shop)
    assert (event(parked).state, event(parked).attempts) == ("pending", 0)


def test_the_sweep_wakes_what_was_linked_meanwhile(shop: Shop, rules: Rules) -> None:
    parked, unknown = hear_status("AP"), hear_status("AP", ORDER + 1)
    drained(rules)
    linked_order(shop)
    with begin() as session:
        assert wake_linked(session) == 1
    assert event(parked).attempts == 0
    drained(rules)
    assert states(parked, unknown) == ["applied", "parked"]


def test_what_the_site_does_not_know_either_is_a_dead_letter(shop: Shop, rules: Rules) -> None:
    parked, other = hear_status("AP"), hear_status("AP", ORDER + 1)
    drained(rules)
    with begin() as session:
        give_up_parked(session, shop.id, ORDER)
    assert states(parked, other) == ["dead", "parked"]
    assert event(parked).finished_at is not None
