"""Several people on the same goods at the same moment: real threads, real transactions, books that add up."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import NamedTuple

import pytest
from sqlalchemy import select

from models import InventoryCheck, Order, Product, ProductRecipe, Shop, WarehouseItem, begin, begin_for
from shop import inventory, recipe_edits, warehouse
from shop.actor import Actor
from shop.errors import ShopError
from shop.order_placing import place
from shop.order_status import change_status
from shop.recipe_edits import Part
from shop.stock_check import faults
from tests import people
from tests.books import books
from tests.bound import bound
from tests.drafts import draft
from tests.shopfloor import make_product, make_recipe, make_warehouse_item

ACTOR = Actor.system()
ROUNDS = 15


class Goods(NamedTuple):
    shop: Shop
    rose: WarehouseItem
    bouquet: Product  # of two roses


@pytest.fixture(autouse=True)
def _a_connection_for_everybody(database_url: str) -> Iterator[None]:
    with bound(database_url, DATABASE_POOL="20"):
        yield


@pytest.fixture
def goods(clean: None) -> Iterator[Goods]:
    """Ten roses; whatever a test does with them, the books add up in the end."""
    with begin() as session:
        shop = people.make_shop(session, people.DEVELOPMENT)
        rose = make_warehouse_item(session, shop, quantity=10)
        bouquet = make_product(session, shop)
        make_recipe(session, bouquet, rose, 2)
    yield Goods(shop, rose, bouquet)
    with begin() as session:
        assert faults(session) == []


def at_once(*attempts: Callable[[], object]) -> list[bool]:
    """Runs them in parallel; which came through. What the shop has no word for fails the test."""

    def tried(attempt: Callable[[], object]) -> bool:
        try:
            attempt()
        except ShopError:
            return False
        return True

    with ThreadPoolExecutor(len(attempts)) as pool:
        return list(pool.map(tried, attempts))


def order(goods: Goods, statuses: Sequence[str] = ()) -> int:
    with begin() as session:
        placed = place(session, goods.shop, draft((goods.bouquet, 1)), actor=ACTOR)
        for status in statuses:
            change_status(session, placed, status, actor=ACTOR)
        return placed.id


def move(order_id: int, status: str) -> None:
    with begin() as session:
        row = session.get_one(Order, order_id, with_for_update={"key_share": True})
        change_status(session, row, status, actor=ACTOR)


def balance(goods: Goods) -> int:
    with begin() as session:
        return session.get_one(WarehouseItem, goods.rose.id).quantity


def test_assembling_and_cancelling_one_order_leaves_its_books_right(goods: Goods) -> None:
    for _ in range(ROUNDS):
        order_id = order(goods, ["accepted"])
        moves = [partial(move, order_id, status) for status in ("assembled", "cancelled")]
        assert at_once(*moves)[1]  # cancelled in the end, whether it was assembled before or not
        with begin() as session:
            row = session.get_one(Order, order_id)
            assert row.status == "cancelled"
            assert books(session, session.get_one(WarehouseItem, goods.rose.id), row) == (10, 0, 0)
    assert balance(goods) == 10


def test_one_order_assembled_by_many_is_cut_once(goods: Goods) -> None:
    order_id = order(goods, ["accepted"])
    at_once(*[lambda: move(order_id, "assembled")] * 8)
    assert balance(goods) == 8


def test_deliveries_write_offs_and_sales_at_once_are_all_in_the_books(goods: Goods) -> None:
    item_id = goods.rose.id

    def with_session(operation: Callable[..., object], *rest: object) -> Callable[[], None]:
        def run() -> None:
            with begin_for(goods.shop.id) as session:
                operation(session, item_id, *rest, actor=ACTOR)

        return run

    came_through = at_once(
        *[with_session(warehouse.deliver, 3)] * 5,
        *[with_session(warehouse.write_off, 4, "Завяли")] * 5,
        *[with_session(warehouse.sell, 5)] * 5,
    )
    delivered, written_off, sold = (came_through[start : start + 5] for start in (0, 5, 10))
    assert all(delivered)
    assert balance(goods) == 10 + 3 * 5 - 4 * sum(written_off) - 5 * sum(sold)


def test_a_check_applied_by_two_is_booked_once(goods: Goods) -> None:
    for _ in range(ROUNDS):
        before = balance(goods)
        with begin_for(goods.shop.id) as session:
            check = inventory.make(
                session, goods.shop.id, [inventory.Count(goods.rose.id, before + 1)], actor=ACTOR
            )

        def apply(check_id: int = check.id) -> None:
            with begin_for(goods.shop.id) as session:
                inventory.apply(session, check_id, actor=ACTOR)

        assert sorted(at_once(apply, apply)) == [False, True]
        assert balance(goods) == before + 1
    with begin() as session:
        assert set(session.scalars(select(InventoryCheck.status))) == {"applied"}


def test_one_item_added_to_a_recipe_by_two_is_in_it_once(goods: Goods) -> None:
    for _ in range(ROUNDS):
        with begin() as session:
            ribbon = make_warehouse_item(session, goods.shop, "Лента")

        def add(item_id: int = ribbon.id) -> None:
            with begin_for(goods.shop.id) as session:
                recipe_edits.add(session, goods.bouquet.id, Part(item_id, 1))

        assert sorted(at_once(add, add)) == [False, True]


def test_no_recipe_has_an_item_that_was_taken_off_the_list_meanwhile(goods: Goods) -> None:
    for _ in range(ROUNDS):
        with begin() as session:
            ribbon = make_warehouse_item(session, goods.shop, "Лента")

        def add(item_id: int = ribbon.id) -> None:
            with begin_for(goods.shop.id) as session:
                recipe_edits.add(session, goods.bouquet.id, Part(item_id, 1))

        def remove(item_id: int = ribbon.id) -> None:
            with begin_for(goods.shop.id) as session:
                warehouse.remove(session, item_id)

        assert sorted(at_once(add, remove)) == [False, True]
    with begin() as session:
        uses = select(ProductRecipe.id).join(WarehouseItem, WarehouseItem.id == ProductRecipe.warehouse_item_id)
        assert session.scalars(uses.where(WarehouseItem.deleted_at.is_not(None))).all() == []
