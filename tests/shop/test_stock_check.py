"""The check of the stock's books finds what does not add up, and nothing else."""

import pytest
from sqlalchemy.orm import Session

from models import Order, OrderReservation, Product, Shop, WarehouseItem, WarehouseOperation
from shop import inventory, warehouse
from shop.actor import Actor
from shop.order_placing import place
from shop.order_status import change_status
from shop.stock_check import faults
from tests import people
from tests.drafts import draft
from tests.queries import watched
from tests.shopfloor import make_order, make_warehouse_item

SITE = Actor.bitrix()


def found(session: Session) -> list[tuple[str, int, str | None, int, int]]:
    session.flush()
    return [(row.rule, row.item_id, row.order, row.found, row.expected) for row in faults(session)]


def operation(
    session: Session, item: WarehouseItem, kind: str, change: int, after: int, order: Order | None
) -> None:
    session.add(
        WarehouseOperation(
            item_id=item.id, kind=kind, change=change, balance_after=after, order_id=order.id if order else None
        )
    )
    session.flush()


@pytest.fixture
def placed(session: Session, shop: Shop, bouquet: Product, rose: WarehouseItem) -> Order:
    """Two roses are promised to it."""
    return place(session, shop, draft((bouquet, 1)), actor=Actor.customer())


def test_books_that_were_only_written_by_the_shop_add_up(
    session: Session, shop: Shop, bouquet: Product, rose: WarehouseItem
) -> None:
    actor = Actor.system()
    orders = [place(session, shop, draft((bouquet, 1)), actor=actor) for _ in range(3)]
    for order, statuses in zip(orders, (["assembled"], ["assembled", "cancelled"], ["cancelled"]), strict=True):
        for status in statuses:
            change_status(session, order, status, actor=SITE)
    warehouse.deliver(session, rose.id, 5, cost_price=7, actor=actor)
    warehouse.sell(session, rose.id, 1, actor=actor)
    warehouse.write_off(session, rose.id, 11, "Завяли", actor=actor)
    check = inventory.make(session, shop.id, [inventory.Count(rose.id, 3)], actor=actor)
    inventory.apply(session, check.id, actor=actor)
    assert found(session) == []


def test_a_balance_without_an_operation(session: Session, rose: WarehouseItem) -> None:
    rose.quantity = 11
    assert found(session) == [("balance", rose.id, None, 11, 10)]


def test_an_item_without_any_operation(session: Session, shop: Shop) -> None:
    item = make_warehouse_item(session, shop, quantity=0)
    item.quantity = 4
    assert found(session) == [("balance", item.id, None, 4, 0)]


def test_a_broken_chain_is_named_once_where_it_breaks_first(session: Session, rose: WarehouseItem) -> None:
    operation(session, rose, "writeoff", -1, 8, None)
    operation(session, rose, "writeoff", -1, 7, None)
    operation(session, rose, "delivery", 2, 10, None)
    assert found(session) == [("chain", rose.id, None, 8, 9)]


@pytest.mark.parametrize("status", ["assembled", "in_delivery", "delivered", "cancelled"])
def test_a_promise_to_an_order_that_needs_none(
    session: Session, rose: WarehouseItem, placed: Order, status: str
) -> None:
    placed.status = status
    assert found(session) == [("promised", rose.id, placed.number, 2, 0)]


def test_a_promise_to_a_deleted_order(session: Session, rose: WarehouseItem, placed: Order) -> None:
    placed.deleted_at = placed.created_at
    assert found(session) == [("promised", rose.id, placed.number, 2, 0)]


def test_more_returned_than_taken(session: Session, rose: WarehouseItem, placed: Order) -> None:
    change_status(session, placed, "assembled", actor=SITE)
    change_status(session, placed, "cancelled", actor=SITE)
    operation(session, rose, "return", 2, 12, placed)
    rose.quantity = 12
    assert found(session) == [("returned", rose.id, placed.number, -2, 0)]


def test_a_cancelled_order_that_kept_its_goods(session: Session, rose: WarehouseItem, placed: Order) -> None:
    change_status(session, placed, "assembled", actor=SITE)
    placed.status = "cancelled"
    assert found(session) == [("cancelled", rose.id, placed.number, 2, 0)]


def test_what_was_delivered_returns_nothing_and_is_no_fault(session: Session, placed: Order) -> None:
    for status in ("assembled", "delivered", "cancelled"):
        change_status(session, placed, status, actor=SITE)
    assert found(session) == []


def test_what_was_promised_and_then_written_off_is_no_fault(
    session: Session, rose: WarehouseItem, placed: Order
) -> None:
    warehouse.write_off(session, rose.id, 10, "Завяли", actor=Actor.system())
    assert found(session) == []


def test_an_order_of_another_shop_or_of_the_sites(session: Session, shop: Shop, rose: WarehouseItem) -> None:
    stranger = make_order(session, people.make_shop(session, people.STRANGERS))
    imported = make_order(session, shop, origin="site")
    for order in (stranger, imported):
        session.add(OrderReservation(order_id=order.id, warehouse_item_id=rose.id, quantity=1))
    assert found(session) == [
        ("foreign", rose.id, stranger.number, 1, 0),
        ("foreign", rose.id, imported.number, 1, 0),
    ]


@pytest.mark.parametrize("items", [1, 20])
def test_it_is_one_statement(session: Session, shop: Shop, items: int) -> None:
    for _ in range(items):
        make_warehouse_item(session, shop).quantity = 99
    session.flush()
    with watched() as statements:
        assert len(faults(session)) == items
    assert len(statements) == 1
