"""An order that one side has and the other does not: imported, given up, listed as gone, or left alone."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select, update

from dev.simulator.control import Florist
from models import Order, SyncLink, WarehouseOperation, begin
from tests.shopfloor import make_order
from tests.sync import rows
from tests.sync.clerk import Clerk

UNKNOWN = 123_456


def test_an_unknown_order_is_imported_with_all_the_site_tells(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = clerk.mirror_order(
        florist, status="AP", number="2026-11-001", postcardText="С юбилеем", createdAt="2026-11-20T10:30:00Z"
    )
    order = rows.order(bitrix_id)
    assert (order.origin, order.number, order.status, order.bitrix_status) == (
        "site",
        "2026-11-001",
        "accepted",
        "AP",
    )
    assert (order.customer_name, order.customer_phone) == ("Алия", "+77000009001")
    assert (order.recipient_name, order.recipient_phone) == ("Сауле", "+77000009002")
    assert (order.delivery_address, order.delivery_date, order.delivery_time) == (
        "Абая 1",
        date(2026, 11, 30),
        "14:00-16:00",
    )
    assert [(item.name, item.quantity, item.price) for item in order.items] == [("Розы", 1, 400_000)]
    assert (order.subtotal, order.delivery_cost, order.total) == (400_000, 150_000, 550_000)
    assert (order.postcard_text, order.created_at) == ("С юбилеем", datetime(2026, 11, 20, 10, 30, tzinfo=UTC))


def test_an_import_has_one_history_row_and_touches_no_stock(clerk: Clerk, florist: Florist) -> None:
    order = rows.order(clerk.mirror_order(florist, status="CO"))
    (row,) = rows.history(order.id)
    assert (row.actor_kind, row.new_value) == ("bitrix", "imported")
    with begin() as session:
        assert session.scalar(select(func.count()).select_from(WarehouseOperation)) == 0


def test_a_webhook_for_an_unknown_order_makes_us_read_and_import_it(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = int(florist.create_order(status="AP", items=[item("Розы")])["id"])
    clerk.hear_status(bitrix_id, "AP")
    clerk.drain()
    assert [event.state for event in rows.events()] == ["parked"]
    wait = rows.debt("order", bitrix_id).due_at - datetime.now(UTC)
    assert 50 < wait.total_seconds() <= 60
    assert clerk.work("order", bitrix_id).state == "settled"
    clerk.drain()
    assert [event.state for event in rows.events()] == ["superseded"]
    assert rows.order(bitrix_id).status == "accepted"


def test_three_times_404_for_an_unknown_order_is_the_end_of_its_events(clerk: Clerk) -> None:
    clerk.hear_status(UNKNOWN, "AP")
    clerk.drain()
    assert [clerk.work("order", UNKNOWN).state for _ in range(3)] == ["pending", "pending", "settled"]
    (event,) = rows.events()
    assert (event.state, event.payload["status"]) == ("dead", "AP")
    assert rows.orders() == []


def test_an_order_that_turns_up_at_the_third_look_is_imported(clerk: Clerk, florist: Florist) -> None:
    clerk.hear_status(UNKNOWN, "AP")
    clerk.drain()
    for _ in range(2):
        clerk.work("order", UNKNOWN)
    florist.create_order(id=UNKNOWN, status="AP", items=[item("Розы")])
    assert clerk.work("order", UNKNOWN).state == "settled"
    clerk.drain()
    assert [event.state for event in rows.events()] == ["superseded"]


def test_a_new_event_after_the_end_is_looked_for_three_times_again(clerk: Clerk) -> None:
    for _ in range(2):
        clerk.hear_status(UNKNOWN, "AP")
        clerk.drain()
        assert [clerk.work("order", UNKNOWN).state for _ in range(3)] == ["pending", "pending", "settled"]
    assert [event.state for event in rows.events()] == ["dead", "dead"]


def test_an_order_of_an_unknown_status_cannot_be_imported(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = int(florist.create_order(status="ZZ", items=[item("Розы")])["id"])
    row = clerk.agree("order", bitrix_id)
    assert row.state == "dead"
    assert row.error
    assert "Unknown status: ZZ" in row.error


def test_an_order_that_carries_the_sites_id_is_linked_and_not_imported(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = int(florist.create_order(status="AP", items=[item("Розы")])["id"])
    with begin() as session:
        make_order(session, clerk.shop, bitrix_order_id=bitrix_id, bitrix_status="N")
    clerk.hear_status(bitrix_id, "AP")
    clerk.drain()
    assert clerk.work("order", bitrix_id).state == "settled"
    clerk.drain()
    assert rows.order(bitrix_id).status == "accepted"
    assert [event.state for event in rows.events()] == ["superseded"]


# Gone there


@pytest.fixture
def gone(clerk: Clerk, florist: Florist) -> Order:
    """A linked order that the site does not know any more."""
    bitrix_id = clerk.mirror_order(florist, status="AP")
    florist.delete_order(bitrix_id)
    for _ in range(4):
        assert clerk.agree("order", bitrix_id).state == "settled"
    return rows.order(bitrix_id)


def test_a_linked_order_that_is_gone_there_is_listed_and_never_cancelled(gone: Order) -> None:
    assert gone.status == "accepted"
    assert gone.bitrix_order_id
    assert rows.link("order", gone.bitrix_order_id).state == "gone_there"


def test_it_is_linked_again_when_it_comes_back(gone: Order, clerk: Clerk, florist: Florist) -> None:
    assert gone.bitrix_order_id
    florist.create_order(id=gone.bitrix_order_id, status="CO", items=[item("Розы")])
    assert clerk.agree("order", gone.bitrix_order_id).state == "settled"
    assert rows.order(gone.bitrix_order_id).status == "assembled"
    assert rows.link("order", gone.bitrix_order_id).state == "linked"


def test_a_page_that_says_404_is_no_absence(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = clerk.mirror_order(florist)
    florist.fault("html", "GET *detail*", status=404)
    assert clerk.agree("order", bitrix_id).state == "pending"
    assert rows.link("order", bitrix_id).state == "linked"


# Deleted here


def test_what_was_removed_here_leaves_a_tombstone_and_is_not_imported_again(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = clerk.mirror_order(florist)
    with begin() as session:
        session.execute(update(SyncLink).values(local_id=None, state="gone_here"))
        session.delete(session.scalars(select(Order)).one())
    florist.change_order(bitrix_id, status="AP")
    assert clerk.agree("order", bitrix_id).state == "settled"
    assert rows.orders() == []
    assert rows.link("order", bitrix_id).state == "gone_here"


def test_what_was_deleted_here_is_left_as_it_was(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = clerk.mirror_order(florist)
    with begin() as session:
        session.execute(update(Order).values(deleted_at=func.now()))
    florist.change_order(bitrix_id, status="RF", deliveryAddress="Сатпаева 2", updatedAt="2026-11-22T11:00:00Z")
    assert clerk.agree("order", bitrix_id).state == "settled"
    assert (rows.order(bitrix_id).status, rows.order(bitrix_id).delivery_address) == ("new", "Абая 1")
    assert len(rows.orders()) == 1


def item(name: str, amount: int = 1, price: str = "4000") -> dict[str, object]:
    return {"id": 1, "productName": name, "amount": amount, "price": price, "currency": "KZT"}
