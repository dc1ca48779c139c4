"""While a creation is in doubt, an unknown order of the shop may be the very one."""

from dev.simulator.control import Florist
from models import Order
from tests.sync import rows
from tests.sync.clerk import Clerk
from tests.sync.create_orders.pushing import POST, assert_made_once, push, send_behind_our_back, there


def test_an_unknown_order_is_not_imported_while_a_creation_is_in_doubt(
    clerk: Clerk, florist: Florist, placed: Order
) -> None:
    florist.fault("lose_answer", POST, count=1)
    push(clerk, placed)
    (bitrix_id,) = there(florist)
    assert clerk.agree("order", bitrix_id).state == "pending"
    assert len(rows.orders()) == 1
    push(clerk, placed)
    assert clerk.work("order", bitrix_id).state == "settled"
    assert_made_once(florist, placed)
    assert len(rows.orders()) == 1


def test_nor_while_it_is_under_way(clerk: Clerk, florist: Florist, placed: Order) -> None:
    clerk.claim("new_order", placed.uuid)
    bitrix_id = send_behind_our_back(clerk, placed)
    assert clerk.agree("order", bitrix_id).state == "pending"
    assert len(rows.orders()) == 1


def test_nor_when_its_worker_has_died(clerk: Clerk, florist: Florist, placed: Order) -> None:
    clerk.claim("new_order", placed.uuid)
    bitrix_id = send_behind_our_back(clerk, placed)
    clerk.expire_leases()
    assert clerk.agree("order", bitrix_id).state == "pending"
    assert len(rows.orders()) == 1


def test_a_creation_that_was_not_tried_yet_blocks_no_import(clerk: Clerk, florist: Florist, placed: Order) -> None:
    clerk.mirror_order(florist)
    assert len(rows.orders()) == 2


def test_a_creation_that_was_refused_blocks_no_import(
    clerk: Clerk, florist: Florist, placed: Order, roses: int
) -> None:
    florist.delete_product(roses)
    push(clerk, placed)
    clerk.mirror_order(florist)
    assert len(rows.orders()) == 2
