"""An order is made there once, however often the answer is lost."""

from dev.simulator.control import Florist
from models import Order
from tests.sync.clerk import Clerk
from tests.sync.create_orders.pushing import POST, assert_made_once, now, push, send_behind_our_back


def test_a_lost_answer_ends_in_exactly_one_order(clerk: Clerk, florist: Florist, placed: Order) -> None:
    florist.fault("lose_answer", POST, count=2)
    assert [push(clerk, placed).state for _ in range(3)] == ["pending", "pending", "settled"]
    keys = {call["body"]["railway_order_id"] for call in florist.log(POST)}
    assert keys == {str(placed.uuid)}
    assert_made_once(florist, placed)


def test_a_worker_that_died_over_it_ends_in_exactly_one_order(
    clerk: Clerk, florist: Florist, placed: Order
) -> None:
    clerk.claim("new_order", placed.uuid)
    send_behind_our_back(clerk, placed)
    clerk.expire_leases()
    assert push(clerk, placed).state == "settled"
    assert_made_once(florist, placed)


def test_in_doubt_a_duplicate_is_success_without_another_look(
    clerk: Clerk, florist: Florist, placed: Order
) -> None:
    florist.fault("lose_answer", POST, count=1)
    push(clerk, placed)
    florist.clear_log()
    push(clerk, placed)
    assert [call["method"] for call in florist.log()] == ["POST"]


def test_a_duplicate_on_a_first_attempt_is_verified(clerk: Clerk, florist: Florist, placed: Order) -> None:
    send_behind_our_back(clerk, placed)
    florist.clear_log()
    assert push(clerk, placed).state == "settled"
    assert [call["method"] for call in florist.log()] == ["POST", "GET"]
    assert_made_once(florist, placed)


def test_a_duplicate_the_site_cannot_show_is_for_an_operator(clerk: Clerk, florist: Florist, placed: Order) -> None:
    send_behind_our_back(clerk, placed)
    florist.fault("stale_detail", "GET *orders/detail*", ms=3_600_000)
    assert push(clerk, placed).state == "dead"
    assert now(placed).bitrix_order_id is None


def test_an_order_cancelled_here_while_in_doubt_still_learns_its_id(
    clerk: Clerk, florist: Florist, placed: Order
) -> None:
    """It may be there: left alone, a florist would make a bouquet nobody wants and nobody here would know."""
    florist.fault("lose_answer", POST, count=1)
    push(clerk, placed)
    clerk.change_status(placed, "cancelled", note="передумали")
    assert push(clerk, placed).state == "settled"
    assert_made_once(florist, placed)
    assert now(placed).status == "cancelled"


def test_a_refusal_is_for_an_operator(clerk: Clerk, florist: Florist, placed: Order, roses: int) -> None:
    florist.delete_product(roses)
    row = push(clerk, placed)
    assert (row.state, row.in_doubt) == ("dead", False)
    assert row.error
    assert row.error.startswith("http_400")
