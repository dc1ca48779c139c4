"""The very order was imported while nobody here knew that it had been sent."""

import pytest

from dev.simulator.control import Florist
from models import Order, begin
from sync.orders.merge import is_mere_import
from tests.shopfloor import make_conflict
from tests.sync import rows
from tests.sync.clerk import Clerk
from tests.sync.create_orders.pushing import assert_made_once, now, push, send_behind_our_back


@pytest.fixture
def imported(clerk: Clerk, florist: Florist, placed: Order) -> Order:
    """The very order, imported because nobody here knew that it had been sent."""
    bitrix_id = send_behind_our_back(clerk, placed)
    florist.change_order(bitrix_id, status="AP", deliveryTime="18:00-20:00")
    clerk.agree("order", bitrix_id)
    return rows.order(bitrix_id)


def test_an_import_of_the_very_order_is_merged_into_ours(
    clerk: Clerk, florist: Florist, placed: Order, imported: Order
) -> None:
    assert push(clerk, placed).state == "settled"
    assert_made_once(florist, placed)
    (order,) = rows.orders()
    assert (order.id, order.origin, order.number) == (placed.id, "shop", placed.number)
    assert (order.status, order.bitrix_status) == ("accepted", "AP")
    values = [row.new_value for row in rows.history(order.id)]
    assert sorted(filter(None, values)) == ["accepted", "created", "imported"]


def test_after_the_merge_both_sides_come_to_rest(
    clerk: Clerk, florist: Florist, placed: Order, imported: Order
) -> None:
    push(clerk, placed)
    assert imported.bitrix_order_id
    for _ in range(2):
        assert clerk.agree("order", imported.bitrix_order_id).state == "settled"
    assert rows.conflicts() == []
    florist.change_order(imported.bitrix_order_id, status="CO")
    clerk.agree("order", imported.bitrix_order_id)
    assert now(placed).status == "assembled"


def test_conflicts_of_the_import_are_settled_by_the_merge(clerk: Clerk, placed: Order, imported: Order) -> None:
    assert imported.bitrix_order_id
    link = rows.link("order", imported.bitrix_order_id)
    with begin() as session:
        make_conflict(session, link, "address")
    push(clerk, placed)
    (conflict,) = rows.conflicts()
    assert conflict.state == "resolved"
    assert conflict.resolved_at is not None


def test_an_import_somebody_worked_on_here_is_not_thrown_away(clerk: Clerk, placed: Order, imported: Order) -> None:
    clerk.change_status(imported, "assembled")
    assert imported.bitrix_order_id
    with begin() as session:
        assert not is_mere_import(session, rows.link("order", imported.bitrix_order_id))
    row = push(clerk, placed)
    assert row.state == "dead"
    assert row.error
    assert "linked to another order" in row.error
    assert len(rows.orders()) == 2
