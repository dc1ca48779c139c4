"""The status of a linked order follows the site's raw code where that moved, and stands ahead where ours did."""

import pytest

from dev.simulator.control import Florist
from models import begin, engine
from sync.outbox.lease import claim
from tests.shopfloor import make_link, make_order
from tests.sync import rows
from tests.sync.clerk import Clerk

LATER, LATER_STILL = "2026-11-22T11:00:00Z", "2026-11-22T12:00:00Z"


@pytest.fixture
def linked(clerk: Clerk, florist: Florist) -> int:
    return clerk.mirror_order(florist)


def status_history(bitrix_id: int) -> list[tuple[str | None, bool, str]]:
    changes = rows.history(rows.order(bitrix_id).id, "status")
    return [(row.new_value, row.forced, row.actor_kind) for row in changes]


def test_the_sites_status_is_taken_even_where_our_table_has_no_arrow(
    clerk: Clerk, florist: Florist, linked: int
) -> None:
    florist.change_order(linked, status="F", updatedAt=LATER)
    clerk.agree("order", linked)
    assert (rows.order(linked).status, rows.order(linked).bitrix_status) == ("delivered", "F")
    assert status_history(linked) == [("delivered", True, "bitrix")]


def test_two_codes_of_one_status_are_two_events(clerk: Clerk, florist: Florist, linked: int) -> None:
    florist.change_order(linked, status="RF", updatedAt=LATER)
    clerk.agree("order", linked)
    florist.change_order(linked, status="UN", updatedAt=LATER_STILL)
    clerk.agree("order", linked)
    order = rows.order(linked)
    assert (order.status, order.bitrix_status) == ("cancelled", "UN")
    assert [(row.field, row.new_value) for row in rows.history(order.id)][1:] == [
        ("status", "cancelled"),
        ("bitrix_status", "UN"),
    ]


def test_a_status_set_here_first_stands_ahead(clerk: Clerk, linked: int) -> None:
    clerk.change_status(rows.order(linked), "paid")
    for _ in range(2):
        assert clerk.agree("order", linked).state == "settled"
    assert (rows.order(linked).status, rows.order(linked).bitrix_status) == ("paid", "N")
    assert rows.conflicts() == []


def test_it_is_agreement_when_the_site_says_the_same(clerk: Clerk, florist: Florist, linked: int) -> None:
    clerk.change_status(rows.order(linked), "paid")
    florist.change_order(linked, status="PD", updatedAt=LATER)
    clerk.agree("order", linked)
    assert (rows.order(linked).status, rows.order(linked).bitrix_status) == ("paid", "PD")
    assert status_history(linked) == [("paid", False, "system")]
    assert rows.conflicts() == []


def test_it_gives_way_when_the_site_moves_on(clerk: Clerk, florist: Florist, linked: int) -> None:
    clerk.change_status(rows.order(linked), "paid")
    florist.change_order(linked, status="AP", updatedAt=LATER)
    clerk.agree("order", linked)
    assert (rows.order(linked).status, rows.order(linked).bitrix_status) == ("accepted", "AP")


# Races


def test_a_webhook_applied_during_a_slow_read_is_not_overwritten(
    clerk: Clerk, florist: Florist, linked: int
) -> None:
    florist.change_order(linked, status="AP", updatedAt=LATER)

    def moved_on() -> None:
        florist.change_order(linked, status="CO", updatedAt=LATER_STILL)
        clerk.hear_status(linked, "CO")
        clerk.drain()

    row = clerk.agree_around(florist, "order", linked, moved_on)
    assert rows.order(linked).status == "assembled"
    assert (row.state, row.attempts) == ("pending", 0)
    assert clerk.work("order", linked).state == "settled"
    assert status_history(linked) == [("assembled", True, "bitrix")]


def test_a_status_set_here_during_a_slow_read_is_not_overwritten(
    clerk: Clerk, florist: Florist, linked: int
) -> None:
    florist.change_order(linked, deliveryAddress="Сатпаева 2", updatedAt=LATER)
    paid = lambda: clerk.change_status(rows.order(linked), "paid")  # noqa: E731
    assert clerk.agree_around(florist, "order", linked, paid).state == "pending"
    assert (rows.order(linked).status, rows.order(linked).delivery_address) == ("paid", "Абая 1")
    assert clerk.work("order", linked).state == "settled"
    assert (rows.order(linked).status, rows.order(linked).delivery_address) == ("paid", "Сатпаева 2")


def test_a_404_that_came_late_does_not_give_up_an_order_that_was_linked_meanwhile(
    clerk: Clerk, florist: Florist
) -> None:
    def linked_here() -> None:
        with begin() as session:
            make_link(session, make_order(session, clerk.shop, bitrix_status="N"), 123_456)

    row = clerk.agree_around(florist, "order", 123_456, linked_here)
    assert row.state == "pending"
    assert rows.link("order", 123_456).state == "linked"


def test_who_lost_the_lease_imports_nothing(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = int(florist.create_order(status="AP")["id"])

    def taken_over() -> None:
        clerk.expire_leases()
        assert claim(engine(), clerk.rules.lease_s)

    clerk.agree_around(florist, "order", bitrix_id, taken_over)
    assert rows.orders() == []
    assert rows.find_link("order", bitrix_id) is None


def test_who_lost_the_lease_does_not_call_an_order_gone(clerk: Clerk, florist: Florist, linked: int) -> None:
    florist.delete_order(linked)
    clerk.agree_around(florist, "order", linked, clerk.expire_leases)
    assert rows.link("order", linked).state == "linked"
