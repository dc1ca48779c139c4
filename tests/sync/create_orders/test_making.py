"""An order made here is made there, under our key."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

from dev.simulator.control import Florist
from models import Order, begin
from shop.actor import Actor
from sync import edits, order_edits
from tests.shopfloor import make_product
from tests.sync import rows
from tests.sync.clerk import Clerk
from tests.sync.create_orders.pushing import POST, assert_made_once, now, push, send_behind_our_back, there


def test_it_is_made_there_under_our_key_and_linked(clerk: Clerk, florist: Florist, placed: Order) -> None:
    assert push(clerk, placed).state == "settled"
    assert_made_once(florist, placed)
    (call,) = florist.log(POST)
    assert call["body"] == {
        "railway_order_id": str(placed.uuid),
        "customer_phone": "+77000000001",
        "customer_name": "Алия",
        "pickup": "N",
        "recipient_name": "Сауле",
        "recipient_phone": "+77000009002",
        "delivery_address": "Абая 1",
        "delivery_date": "2036-11-30",
        "delivery_time": "14:00-16:00",
        "notes": "Позвонить",
        "delivery_fee": 150_000,
        "items": [{"product_id": call["body"]["items"][0]["product_id"], "quantity": 1, "price": 400_000}],
        "total_price": 400_000,
    }


def test_the_products_go_under_the_sites_ids(clerk: Clerk, florist: Florist) -> None:
    with begin() as session:
        make_product(session, clerk.shop, id=600_001, bitrix_id=None)
    tulips = clerk.mirror(florist, id=600_001)
    assert rows.product(tulips).id != tulips
    push(clerk, clerk.place(tulips))
    assert florist.log(POST)[0]["body"]["items"][0]["product_id"] == tulips


def test_it_owes_a_read_which_finds_both_sides_agreed(clerk: Clerk, florist: Florist, placed: Order) -> None:
    push(clerk, placed)
    (bitrix_id,) = there(florist)
    wait = rows.debt("order", bitrix_id).due_at - datetime.now(UTC)
    assert 20 < wait.total_seconds() <= clerk.rules.verify_after_s
    assert clerk.work("order", bitrix_id).state == "settled"
    assert rows.conflicts() == []
    assert [row.new_value for row in rows.history(placed.id)] == ["created"]
    assert now(placed).bitrix_status == "N"


def test_with_verification_off_it_owes_nothing_more(clerk: Clerk, placed: Order) -> None:
    push(replace(clerk, rules=replace(clerk.rules, verify_after_s=0)), placed)
    assert rows.debts("order") == []


def test_what_the_site_changed_since_comes_over_as_its_move(clerk: Clerk, florist: Florist, placed: Order) -> None:
    push(clerk, placed)
    (bitrix_id,) = there(florist)
    clerk.work("order", bitrix_id)
    florist.change_order(bitrix_id, deliveryTime="18:00-20:00", status="AP")
    clerk.agree("order", bitrix_id)
    assert (now(placed).delivery_time, now(placed).status) == ("18:00-20:00", "accepted")
    assert rows.conflicts() == []


def test_status_events_that_came_before_the_link_are_applied_after_it(
    clerk: Clerk, florist: Florist, placed: Order
) -> None:
    bitrix_id = send_behind_our_back(clerk, placed)
    for code in ("AP", "CO"):
        florist.change_order(bitrix_id, status=code)
        clerk.hear_status(bitrix_id, code)
    clerk.drain()
    assert [event.state for event in rows.events()] == ["parked", "parked"]
    push(clerk, placed)
    clerk.drain()
    assert [event.state for event in rows.events()] == ["applied", "applied"]
    assert now(placed).status == "assembled"


def test_a_paid_order_is_made_there_and_stands_ahead(clerk: Clerk, florist: Florist, placed: Order) -> None:
    clerk.change_status(placed, "paid")
    push(clerk, placed)
    (bitrix_id,) = there(florist)
    assert clerk.work("order", bitrix_id).state == "settled"
    assert (now(placed).status, now(placed).bitrix_status) == ("paid", "N")


def test_a_linked_order_is_never_made_again(clerk: Clerk, florist: Florist, placed: Order) -> None:
    push(clerk, placed)
    clerk.agree("new_order", placed.uuid)
    assert len(florist.log(POST)) == 1


def test_nor_is_one_that_is_gone_there(clerk: Clerk, florist: Florist, placed: Order) -> None:
    push(clerk, placed)
    (bitrix_id,) = there(florist)
    florist.delete_order(bitrix_id)
    clerk.work("order", bitrix_id)
    assert clerk.agree("new_order", placed.uuid).state == "settled"
    assert len(florist.log(POST)) == 1
    assert there(florist) == []


def test_an_edit_while_it_is_made_there_stays_ours_and_is_no_conflict(
    clerk: Clerk, florist: Florist, placed: Order
) -> None:
    """The answer is slow, and a customer corrects the address meanwhile: what was sent is remembered, not that."""
    florist.fault("slow", POST, delay_ms=1_000)
    with ThreadPoolExecutor(1) as pool:
        pushed = pool.submit(push, clerk, placed)
        florist.wait_for_calls(1)
        with begin() as session:
            order = edits.lock_order(session, clerk.shop.id, placed.id)
            order_edits.edit(session, clerk.shop, order, {"delivery_address": "Сатпаева 2"}, actor=Actor.customer())
        assert pushed.result().state == "settled"
    (bitrix_id,) = there(florist)
    assert clerk.work("order", bitrix_id).state == "settled"
    assert now(placed).delivery_address == "Сатпаева 2"
    assert rows.conflicts() == []
    florist.change_order(bitrix_id, silent=True, delivery_address="Достык 5")
    clerk.agree("order", bitrix_id)
    assert now(placed).delivery_address == "Достык 5"
