"""Many customers at the same moment: real threads, real transactions."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Order, OrderReservation, Product, Shop, WarehouseItem, begin
from shop.actor import Actor
from shop.errors import Shortage
from shop.order_placing import place
from shop.stock_check import faults
from tests import people
from tests.books import assert_explained
from tests.bound import bound
from tests.drafts import draft
from tests.shopfloor import make_product, make_recipe, make_warehouse_item

CUSTOMERS = 50


@pytest.fixture(autouse=True)
def _a_connection_for_everybody(database_url: str) -> Iterator[None]:
    with bound(database_url, DATABASE_POOL=str(CUSTOMERS)):
        yield


@pytest.fixture
def goods(clean: None) -> tuple[Shop, WarehouseItem, WarehouseItem]:
    with begin() as session:
        shop = people.make_shop(session, people.DEVELOPMENT)
        return (
            shop,
            make_warehouse_item(session, shop, quantity=10),
            make_warehouse_item(session, shop, "Лента", 99),
        )


def product_of(*parts: WarehouseItem) -> Product:
    with begin() as session:
        product = make_product(session, session.get_one(Shop, people.DEVELOPMENT))
        for part in parts:
            make_recipe(session, product, part)
        return product


def buy(shop: Shop, *products: Product) -> bool:
    try:
        with begin() as session:
            place(session, shop, draft(*((product, 1) for product in products)), actor=Actor.customer())
    except Shortage:
        return False
    return True


def at_once(attempts: Sequence[Callable[[], bool]]) -> int:
    """Runs them all in parallel; how many came through."""
    with ThreadPoolExecutor(len(attempts)) as pool:
        return sum(pool.map(lambda attempt: attempt(), attempts))


def count(session: Session, column: object) -> int:
    return session.scalar(select(func.count(column)))


def test_fifty_customers_share_the_last_ten_roses(goods: tuple[Shop, WarehouseItem, WarehouseItem]) -> None:
    shop, rose, _ = goods
    single = product_of(rose)
    assert at_once([lambda: buy(shop, single)] * CUSTOMERS) == 10
    with begin() as session:
        assert (count(session, Order.id), count(session, OrderReservation.id)) == (10, 10)
        assert session.scalar(select(func.sum(OrderReservation.quantity))) == 10
        assert_explained(session, session.get_one(WarehouseItem, rose.id))
        assert faults(session) == []
        numbers = session.scalars(select(Order.number).order_by(Order.number)).all()
        assert numbers == [f"#{number:05d}" for number in range(1, 11)]


def test_the_same_goods_asked_for_in_opposite_orders_never_deadlock(
    goods: tuple[Shop, WarehouseItem, WarehouseItem],
) -> None:
    shop, rose, ribbon = goods
    first, second = product_of(rose, ribbon), product_of(ribbon)
    attempts = [lambda: buy(shop, first, second), lambda: buy(shop, second, first)] * 10
    assert at_once(attempts) == 10


def test_numbers_have_no_gaps_and_no_twins_where_nothing_else_makes_customers_wait(
    goods: tuple[Shop, WarehouseItem, WarehouseItem],
) -> None:
    shop, *_ = goods
    boundless = product_of()
    assert at_once([lambda: buy(shop, boundless)] * CUSTOMERS) == CUSTOMERS
    with begin() as session:
        numbers = session.scalars(select(Order.number).order_by(Order.number)).all()
    assert numbers == [f"#{number:05d}" for number in range(1, CUSTOMERS + 1)]
