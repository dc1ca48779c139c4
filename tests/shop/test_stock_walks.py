"""Any walk over the statuses, by two orders of the same flowers, leaves books that explain themselves."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from models import Order, Product, Shop, WarehouseItem
from models.order import STATUSES
from shop.actor import Actor
from shop.order_status import change_status
from shop.positions import CONSUMED, HELD, position
from tests.books import assert_explained, books
from tests.shopfloor import make_order, make_product, make_recipe, make_warehouse_item

STEPS = st.lists(st.tuples(st.integers(0, 1), st.sampled_from(STATUSES)), max_size=12)


def walks(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    drawn = given(steps=STEPS, stock=st.integers(0, 10), pieces=st.integers(1, 3))
    shared = [HealthCheck.function_scoped_fixture]
    some = settings(max_examples=examples, deadline=None, suppress_health_check=shared)
    return lambda test: some(drawn(test))


@walks(examples=30)
def test_any_walk_keeps_the_books(session: Session, shop: Shop, **walk: Any) -> None:
    _walked(session, shop, **walk)


@pytest.mark.long
@pytest.mark.timeout(3600)
@walks(examples=600)
def test_the_same_at_full_length(session: Session, shop: Shop, **walk: Any) -> None:
    _walked(session, shop, **walk)


def _walked(session: Session, shop: Shop, steps: list[tuple[int, str]], stock: int, pieces: int) -> None:
    rose, bouquet = goods(session, shop, stock)
    orders = [make_order(session, shop, [(bouquet, pieces)], status="cancelled") for _ in range(2)]
    for which, status in steps:
        change_status(session, orders[which], status, actor=Actor.bitrix())
        assert_explained(session, rose)
    entries = [books(session, rose, order) for order in orders]
    assert rose.quantity == stock - sum(entry.sold for entry in entries)
    for order, entry in zip(orders, entries, strict=True):
        assert_at_most_once(order, entry.reserved, entry.sold, 2 * pieces)


def goods(session: Session, shop: Shop, stock: int) -> tuple[WarehouseItem, Product]:
    rose = make_warehouse_item(session, shop, quantity=stock)
    bouquet = make_product(session, shop)
    make_recipe(session, bouquet, rose, 2)
    return rose, bouquet


def assert_at_most_once(order: Order, reserved: int, sold: int, need: int) -> None:
    """The order has what it needs, never more; what is missing is flagged."""
    booked = Counter(reserved=reserved, sold=sold).total()
    assert booked <= need
    if position(order.status) in (HELD, CONSUMED):
        assert booked == need or order.stock_shortage
    if position(order.status) == CONSUMED:
        assert reserved == 0
