"""Whatever people do to the stock, one after the other or at once, the books add up and say what the model says."""

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from psycopg2.extensions import cursor as Cursor
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from models import Order, OrderHistory, ProductRecipe, WarehouseItem, begin, begin_for
from shop import inventory, recipe_edits
from shop.stale import release_stale
from shop.stock_check import faults
from tests import people
from tests.bound import bound
from tests.servers import empty
from tests.shop.stock_doings import A_FEW_ORDERS, AT_ONCE, IN_A_ROW, SOMEBODY, Doing, attempt, contest
from tests.shop.stock_model import CheckModel, Model
from tests.shopfloor import make_product, make_recipe, make_warehouse_item

BOOKED = text(
    """
SELECT order_id, item_id, sum(reserved)::int, sum(sold)::int FROM (
    SELECT order_id, warehouse_item_id AS item_id, quantity AS reserved, 0 AS sold FROM order_reservation
    UNION ALL
    SELECT order_id, item_id, 0, -change FROM warehouse_operation WHERE order_id IS NOT NULL
) entries GROUP BY order_id, item_id HAVING sum(reserved) <> 0 OR sum(sold) <> 0
"""
)


class Stock(RuleBasedStateMachine):
    def __init__(self, janitor: Cursor) -> None:
        super().__init__()
        empty(janitor)
        self.model = opened()
        self.seen = 0  # id of the newest row of history the model knows

    @initialize(doings=A_FEW_ORDERS)
    def customers(self, doings: list[Doing]) -> None:
        self.one_after_the_other(doings)

    @rule(doings=IN_A_ROW)
    def one_after_the_other(self, doings: list[Doing]) -> None:
        for doing in doings:
            self._alone(doing)
            with begin() as session:
                self._learn_what_moved(session)

    def _alone(self, doing: Doing) -> None:
        """Nobody is in the way: the model knows whether the shop will do it."""
        expected = doing.allowed(self.model)
        done, result = attempt(doing, self.model)
        assert done == expected
        if done:
            doing.done(self.model, result)

    @rule(doings=AT_ONCE)
    def several_at_once(self, doings: list[Doing]) -> None:
        with ThreadPoolExecutor(len(doings)) as pool:
            outcomes = [pool.submit(one) for one in contest(doings, self.model)]
        for doing, outcome in zip(doings, outcomes, strict=True):
            done, result = outcome.result()
            if done:
                doing.done(self.model, result)

    @rule(offsets=st.tuples(st.integers(-4, 3), st.integers(-2, 2)))
    def count_the_shelf(self, offsets: tuple[int, int]) -> None:
        balances = self.model.balances
        counted = {item: max(balances[item] + n, 0) for item, n in zip(self.model.items, offsets, strict=True)}
        with begin_for(self.model.shop_id) as session:
            counts = [inventory.Count(item, pieces) for item, pieces in counted.items()]
            check = inventory.make(session, self.model.shop_id, counts, actor=SOMEBODY)
        differences = {item: pieces - balances[item] for item, pieces in counted.items()}
        self.model.checks.append(CheckModel(check.id, differences))

    @rule(pieces=st.integers(0, 3))
    def change_a_recipe_or_give_up_stale_promises(self, pieces: int) -> None:
        """One rule, for both are rare."""
        if pieces:
            self._change_a_recipe(pieces)
        else:
            self._give_up_stale_promises()

    def _change_a_recipe(self, pieces: int) -> None:
        with begin_for(self.model.shop_id) as session:
            product_id, item_id = self.model.products[0], self.model.items[0]
            of_it = ProductRecipe.product_id == product_id, ProductRecipe.warehouse_item_id == item_id
            row_id = session.scalars(select(ProductRecipe.id).where(*of_it)).one()
            recipe_edits.edit(session, product_id, row_id, quantity=pieces)
        self.model.recipes[0][item_id] = pieces

    def _give_up_stale_promises(self) -> None:
        with begin() as session:
            release_stale(session, datetime.now(UTC) + timedelta(days=1), 1000)
        self.model.released_stale()

    @invariant()
    def the_books_add_up(self) -> None:
        with begin() as session:
            self._learn_what_moved(session)
            assert faults(session) == []
            balances = session.execute(select(WarehouseItem.id, WarehouseItem.quantity)).all()
            assert {item: quantity for item, quantity in balances} == self.model.balances  # noqa: C416
            assert booked(session) == {
                (order.id, item): (order.promised[item], order.cut[item])
                for order in self.model.orders
                for item in (order.promised + order.cut)
            }
            statuses = session.execute(select(Order.id, Order.status)).all()
            assert sorted(map(tuple, statuses)) == sorted((order.id, order.status) for order in self.model.orders)

    def _learn_what_moved(self, session: Session) -> None:
        rows = session.scalars(
            select(OrderHistory)
            .where(OrderHistory.field == "status", OrderHistory.id > self.seen)
            .order_by(OrderHistory.id)
        )
        for row in rows:
            self.model.moved(row.order_id, row.old_value or "", row.new_value or "")
            self.seen = row.id


def booked(session: Session) -> dict[tuple[int, int], tuple[int, int]]:
    """{(order, item): (reserved, sold)} of everything in the books."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for order_id, item_id, reserved, sold in session.execute(BOOKED):
        found[order_id, item_id] = (reserved, sold)
    return found


def opened() -> Model:
    """Twelve roses, eight ribbons; a bouquet of both, a single rose, and a product that needs nothing."""
    with begin() as session:
        shop = people.make_shop(session, people.DEVELOPMENT)
        rose = make_warehouse_item(session, shop, "Роза", 12)
        ribbon = make_warehouse_item(session, shop, "Лента", 8)
        bouquet, single, card = (make_product(session, shop, name) for name in ("Букет", "Роза", "Открытка"))
        for product, part, quantity in ((bouquet, rose, 2), (bouquet, ribbon, 1), (single, rose, 1)):
            make_recipe(session, product, part, quantity)
        make_recipe(session, single, ribbon, is_optional=True)
        return Model(
            shop_id=shop.id,
            items=[rose.id, ribbon.id],
            products=[bouquet.id, single.id, card.id],
            recipes=[Counter({rose.id: 2, ribbon.id: 1}), Counter({rose.id: 1}), Counter()],
            own=Counter({rose.id: 12, ribbon.id: 8}),
        )


@pytest.fixture(autouse=True)
def _a_connection_for_everybody(database_url: str) -> Iterator[None]:
    with bound(database_url, DATABASE_POOL="8"):
        yield


def walk(janitor: Cursor, phases: Sequence[Phase], walks: int, steps: int) -> None:
    options = settings(
        max_examples=walks,
        stateful_step_count=steps,
        phases=phases,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(partial(Stock, janitor), settings=options)


def test_any_walk_over_the_stock_keeps_the_books(janitor: Cursor) -> None:
    """What fails is shown as it was found: to shrink it takes minutes, which the long test has."""
    walk(janitor, [Phase.reuse, Phase.generate], walks=14, steps=15)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_the_same_at_full_length(janitor: Cursor) -> None:
    walk(janitor, tuple(Phase), walks=200, steps=40)
