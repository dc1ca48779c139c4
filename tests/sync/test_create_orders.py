"""An order made here is made there: once, however often the answer is lost, and only where it is owed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, update

from bitrix.wire.creation import CreateLine, CreateOrder
from dev.simulator.control import Florist
from models import Order, Outbox, Product, Shop, SyncConflict, begin
from shop.actor import Actor
from shop.errors import Conflict
from sync.edits import place_order
from sync.orders.merge import is_mere_import
from tests.drafts import draft
from tests.people import DEVELOPMENT, make_shop
from tests.shopfloor import make_product
from tests.sync import rows
from tests.sync.clerk import Clerk

POST = "POST *orders/create*"


@pytest.fixture
def roses(clerk: Clerk, florist: Florist) -> int:
    return clerk.mirror(florist)


@pytest.fixture
def placed(clerk: Clerk, roses: int) -> Order:
    """Ours, and owed to the site."""
    return clerk.place(
        roses,
        recipient_name="Сауле",
        recipient_phone="8 700 000 90 02",
        delivery_address="Абая 1",
        delivery_date=date(2026, 11, 30),
        delivery_time="14:00-16:00",
        comment="Позвонить",
    )


def push(clerk: Clerk, order: Order) -> Outbox:
    return clerk.work("new_order", order.uuid)


def now(order: Order) -> Order:
    with begin() as session:
        return session.get_one(Order, order.id)


def there(florist: Florist) -> list[int]:
    return [int(row["id"]) for row in florist.rows("orders")]


def assert_made_once(florist: Florist, order: Order) -> None:
    (bitrix_id,) = there(florist)
    assert now(order).bitrix_order_id == bitrix_id
    assert rows.link("order", bitrix_id).local_id == order.id


def send_behind_our_back(clerk: Clerk, order: Order) -> int:
    """What a worker sends that dies before it can write anything down. The site's id."""
    with begin() as session:
        product = session.get_one(Product, order.items[0].product_id)
    assert product.bitrix_id
    return clerk.site.create_order(
        CreateOrder(
            railway_order_id=order.uuid,
            customer_phone=str(order.customer_phone),
            customer_name=order.customer_name,
            pickup=False,
            items=(CreateLine(product.bitrix_id, 1, product.price),),
            total_price=order.subtotal,
            recipient_name=order.recipient_name,
            recipient_phone=order.recipient_phone,
            delivery_address=order.delivery_address,
            delivery_date=order.delivery_date,
            delivery_time=order.delivery_time,
        )
    ).order_id


# Making it


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
        "delivery_date": "2026-11-30",
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


# Once


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


# While a creation is in doubt, an unknown order of the shop may be the very one


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


# Merging with an import


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
        session.add(
            SyncConflict(link_id=link.id, field="address", why="no_base", ours="а", theirs="б", winner="site")
        )
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


# What is not pushed


def test_an_order_of_a_shop_that_is_not_mirrored_owes_nothing(clerk: Clerk, florist: Florist) -> None:
    with begin() as session:
        shop = make_shop(session, DEVELOPMENT)
        product = make_product(session, shop)
        order = place_order(session, shop, draft((product, 1)), actor=Actor.customer())
    assert rows.debts("new_order") == []
    assert replace(clerk, shop=shop).agree("new_order", order.uuid).state == "settled"
    assert florist.log(POST) == []


@pytest.mark.parametrize("statuses", [["cancelled"], ["accepted", "assembled"]])
def test_an_order_that_has_gone_on_here_before_it_was_sent_is_not_made_there(
    clerk: Clerk, florist: Florist, placed: Order, statuses: list[str]
) -> None:
    for status in statuses:
        clerk.change_status(placed, status, note="передумали")
    assert push(clerk, placed).state == "settled"
    assert florist.log(POST) == []


def test_an_order_deleted_before_it_was_sent_is_not_made_there(
    clerk: Clerk, florist: Florist, placed: Order
) -> None:
    with begin() as session:
        session.execute(update(Order).values(deleted_at=func.now()))
    assert push(clerk, placed).state == "settled"
    assert florist.log(POST) == []


def test_an_order_from_before_the_shop_was_mirrored_is_not_made_there(
    clerk: Clerk, florist: Florist, placed: Order
) -> None:
    with begin() as session:
        session.execute(update(Shop).values(mirrored_since=datetime(2100, 1, 1, tzinfo=UTC)))
    assert push(clerk, placed).state == "settled"
    assert florist.log(POST) == []


def test_an_order_with_a_product_of_ours_alone_is_refused_and_names_it(clerk: Clerk) -> None:
    with begin() as session:
        local = make_product(session, clerk.shop, name="Открытка", bitrix_id=None)
    with begin() as session, pytest.raises(Conflict, match="Открытка"):
        place_order(session, clerk.shop, draft((local, 1)), actor=Actor.customer())


def test_a_product_that_lost_the_sites_id_since_is_for_an_operator(
    clerk: Clerk, florist: Florist, placed: Order
) -> None:
    with begin() as session:
        session.execute(update(Product).values(bitrix_id=None))
    row = push(clerk, placed)
    assert row.state == "dead"
    assert row.error
    assert "Розы" in row.error
    assert florist.log(POST) == []
