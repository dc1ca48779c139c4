"""Goods promised to orders nobody went on with are freed."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Order, OrderHistory, Product, Shop, WarehouseItem, begin
from shop.actor import Actor
from shop.order_placing import place
from shop.order_status import change_status
from shop.stale import release_stale
from tests import people
from tests.books import books
from tests.drafts import draft
from tests.shopfloor import make_product, make_recipe, make_warehouse_item

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BEFORE = NOW - timedelta(hours=72)


def placed(session: Session, shop: Shop, bouquet: Product, hours_ago: float = 73) -> Order:
    order = place(session, shop, draft((bouquet, 1)), actor=Actor.customer())
    order.created_at = NOW - timedelta(hours=hours_ago)
    return order


def test_only_old_orders_that_are_still_new_lose_their_reservations(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    old, young, accepted = (
        placed(session, shop, bouquet),
        placed(session, shop, bouquet, 71),
        placed(session, shop, bouquet),
    )
    change_status(session, accepted, "accepted", actor=Actor.user(7))
    assert release_stale(session, BEFORE, 10) == 1
    assert [books(session, rose, order).reserved for order in (old, young, accepted)] == [0, 2, 2]
    assert old.status == "new"


def test_history_says_who_let_go(session: Session, shop: Shop, bouquet: Product) -> None:
    order = placed(session, shop, bouquet)
    release_stale(session, BEFORE, 10)
    (row,) = session.scalars(select(OrderHistory).where(OrderHistory.field == "reservation"))
    assert (row.order_id, row.actor_kind, row.new_value) == (order.id, "system", "released")


def test_a_second_run_finds_nothing_left(session: Session, shop: Shop, bouquet: Product) -> None:
    placed(session, shop, bouquet)
    assert [release_stale(session, BEFORE, 10) for _ in range(2)] == [1, 0]


def test_one_run_takes_no_more_than_its_limit_and_the_oldest_first(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    orders = [placed(session, shop, bouquet) for _ in range(3)]
    assert release_stale(session, BEFORE, 2) == 2
    assert [books(session, rose, order).reserved for order in orders] == [0, 0, 2]


def test_an_order_somebody_works_on_is_left_for_the_next_time(clean: None) -> None:
    with begin() as session:
        shop = people.make_shop(session, people.DEVELOPMENT)
        bouquet = make_product(session, shop)
        make_recipe(session, bouquet, make_warehouse_item(session, shop))
        order = placed(session, shop, bouquet)
    with begin() as florist:
        florist.scalars(select(Order).where(Order.id == order.id).with_for_update()).one()
        with begin() as session:
            assert release_stale(session, BEFORE, 10) == 0
    with begin() as session:
        assert release_stale(session, BEFORE, 10) == 1
