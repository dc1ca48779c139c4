"""What people do to the stock, as hypothesis draws it: each a value that can be done, also by several at once.

Orders and checks are named by their number in the list, modulo its length, so that what is drawn does not depend
on how the doings before came out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Barrier

from hypothesis import strategies as st
from sqlalchemy.orm import Session

from models import Order, Product, Shop, begin_for
from shop import inventory, warehouse
from shop.actor import Actor
from shop.errors import ShopError
from shop.order_placing import place
from shop.order_status import change_status
from tests.drafts import draft
from tests.shop.stock_model import Model

SOMEBODY, SITE = Actor.system(), Actor.bitrix()


@dataclass(frozen=True)
class Deliver:
    item: int
    pieces: int

    def do(self, session: Session, model: Model) -> None:
        warehouse.deliver(session, model.items[self.item], self.pieces, actor=SOMEBODY)

    def allowed(self, model: Model) -> bool:
        return True

    def done(self, model: Model, _result: int | None) -> None:
        model.shift(self.item, self.pieces)


@dataclass(frozen=True)
class WriteOff:
    item: int
    pieces: int

    def do(self, session: Session, model: Model) -> None:
        warehouse.write_off(session, model.items[self.item], self.pieces, "Завяли", actor=SOMEBODY)

    def allowed(self, model: Model) -> bool:
        return self.pieces <= model.balances[model.items[self.item]]

    def done(self, model: Model, _result: int | None) -> None:
        model.shift(self.item, -self.pieces)


@dataclass(frozen=True)
class Sell:
    item: int
    pieces: int

    def do(self, session: Session, model: Model) -> None:
        warehouse.sell(session, model.items[self.item], self.pieces, actor=SOMEBODY)

    def allowed(self, model: Model) -> bool:
        return self.pieces <= model.free(model.items[self.item])

    def done(self, model: Model, _result: int | None) -> None:
        model.shift(self.item, -self.pieces)


@dataclass(frozen=True)
class Place:
    product: int
    pieces: int

    def do(self, session: Session, model: Model) -> int:
        shop = session.get_one(Shop, model.shop_id)
        product = session.get_one(Product, model.products[self.product])
        wanted = draft((product, self.pieces), delivery_type="pickup")
        return place(session, shop, wanted, actor=SOMEBODY).id

    def allowed(self, model: Model) -> bool:
        return all(count <= model.free(item) for item, count in model.need(self.product, self.pieces).items())

    def done(self, model: Model, order_id: int | None) -> None:
        assert order_id is not None
        model.placed(order_id, self.product, self.pieces)


@dataclass(frozen=True)
class Move:
    """The model learns what came of it from the order's history: two may move one order at once."""

    number: int
    status: str
    by_site: bool = False

    def do(self, session: Session, model: Model) -> None:
        if row := model.order(self.number):
            order = session.get_one(Order, row.id, with_for_update={"key_share": True})
            change_status(session, order, self.status, actor=SITE if self.by_site else SOMEBODY)

    def allowed(self, model: Model) -> bool:
        row = model.order(self.number)
        return row is None or self.by_site or row.may_become(self.status, model)

    def done(self, model: Model, _result: int | None) -> None:
        pass


@dataclass(frozen=True)
class Apply:
    number: int

    def do(self, session: Session, model: Model) -> None:
        if check := model.check(self.number):
            inventory.apply(session, check.id, actor=SOMEBODY)

    def allowed(self, model: Model) -> bool:
        check = model.check(self.number)
        return check is None or check.may_be_applied(model)

    def done(self, model: Model, _result: int | None) -> None:
        if check := model.check(self.number):
            check.applied_to(model)


Doing = Deliver | WriteOff | Sell | Place | Move | Apply
ITEMS, PRODUCTS, NUMBERS = st.integers(0, 1), st.integers(0, 2), st.integers(0, 5)
PIECES = st.integers(1, 3)
STATUSES = ("accepted", "assembled", "assembled", "in_delivery", "delivered", "cancelled")


def on(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[Doing]:
    """What is done to an order that is there, and to a check."""
    return st.one_of(
        st.builds(Move, numbers, st.sampled_from(STATUSES)),
        st.builds(Move, numbers, st.sampled_from(STATUSES)),
        st.builds(Move, numbers, st.just("cancelled"), st.just(True)),
        st.builds(Apply, numbers),
    )


ANY: st.SearchStrategy[Doing] = st.one_of(
    st.builds(Place, PRODUCTS, PIECES),
    st.builds(Place, PRODUCTS, PIECES),
    on(NUMBERS),
    st.builds(Deliver, ITEMS, st.integers(1, 6)),
    st.builds(WriteOff, ITEMS, PIECES),
    st.builds(Sell, ITEMS, PIECES),
)
A_FEW_ORDERS = st.lists(st.builds(Place, PRODUCTS, PIECES), min_size=2, max_size=5)
IN_A_ROW = st.lists(ANY, min_size=4, max_size=12)
# Some of it meets only on the shelf, some on one order or check.
AT_ONCE = st.lists(ANY, min_size=2, max_size=5) | NUMBERS.flatmap(
    lambda number: st.lists(on(st.just(number)), min_size=2, max_size=4)
)
Outcome = tuple[bool, int | None]


def attempt(doing: Doing, model: Model, together: Barrier | None = None) -> Outcome:
    """Whether the shop did it, in a transaction of its own; what it has no word for is raised."""
    if together:
        together.wait()
    try:
        with begin_for(model.shop_id) as session:
            return True, doing.do(session, model)
    except ShopError:
        return False, None


def contest(doings: list[Doing], model: Model) -> list[Callable[[], Outcome]]:
    """Attempts that start at the same moment, each in its thread."""
    together = Barrier(len(doings), timeout=30)
    return [lambda doing=doing: attempt(doing, model, together) for doing in doings]
