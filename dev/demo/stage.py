"""Where the day is played: the running stack, both its sides, and the paper on which it is noted."""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from bitrix.wire.price import parse_price
from bitrix.wire.unreadable import Unreadable
from dev.demo.expectations import Expectations
from dev.demo.narrator import Narrator
from dev.demo.ours import Ours
from dev.demo.records import Product, Records
from dev.simulator.control import Florist
from dev.stack import health, instance
from dev.stack.state import State


class CannotPlay(RuntimeError):
    """There is no stack to play on, or it is not of the right kind; the message says what to do."""


@dataclass(frozen=True)
class Stage:
    """`products`: a fresh one for each scene, on which both sides agree."""

    ours: Ours
    theirs: Florist
    records: Records
    products: Iterator[Product]
    say: Narrator
    expect: Expectations
    home: Path

    @property
    def pids(self) -> dict[str, int]:
        return (State(self.home).read() or {"pids": {}})["pids"]

    def price_there(self, product: Product) -> int:
        """Minor units."""
        return parse_price(self.theirs.product(product.bitrix_id)["data"]["price"])


def state_of_the_stack(home: Path) -> dict[str, Any]:
    """As in `stack.json`, of a stack that runs, is healthy and has the simulator. Raises CannotPlay."""
    state = State(home).read()
    if state is None or not instance.running(home):
        raise CannotPlay("No stack runs in this checkout. Start one: `make up`, or `make run` in another terminal.")
    if not state["simulator"]:
        raise CannotPlay("This stack talks to the site of BITRIX_BASE_URL. The demo needs the simulator.")
    if not health.healthy(state["web"]):
        raise CannotPlay(f"The stack runs, but {state['web']}/health does not say healthy. See `make logs`.")
    return state


def build(home: Path, say: Narrator, scenes: int) -> Stage:
    """With a product for each of so many scenes. Raises CannotPlay."""
    state = state_of_the_stack(home)
    ours = Ours(state["web"], **state["admin"])
    theirs = Florist(state["simulator"])
    records = Records(state["database_url"], ours.shop_id)
    products = list(islice(_agreed(records, theirs), scenes))
    if len(products) < scenes:
        raise CannotPlay("Too few products were quiet in the last five minutes. Wait a little, or `make reset`.")
    return Stage(ours, theirs, records, iter(products), say, Expectations(), home)


def _agreed(records: Records, theirs: Florist) -> Iterator[Product]:
    there = {row["id"] for row in theirs.rows("products")}
    for product in records.quiet_products():
        if product.bitrix_id in there and _same(product, theirs.product(product.bitrix_id)["data"]):
            yield product


def _same(product: Product, there: dict[str, Any]) -> bool:
    """A simulator that was started anew has forgotten what was agreed with the one before it."""
    try:
        price = parse_price(there.get("price"))
    except Unreadable:
        return False
    return (html.unescape(str(there.get("title"))), price) == (product.name, product.price)
