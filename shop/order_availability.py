"""Whether lines could be made now: looked up without a lock, so true of this moment only."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Order, WarehouseItem
from shop import ledger, recipes, shelf
from shop.availability import Asked, shortages


class Standing(NamedTuple):
    """Of one line: how many of the pieces asked for can be made, each line after those before it."""

    product_id: int | None
    name: str
    quantity: int
    available: int

    @property
    def enough(self) -> bool:
        return self.available >= self.quantity


@dataclass(frozen=True)
class Availability:
    items: list[Standing]

    @property
    def available(self) -> bool:
        return all(standing.enough for standing in self.items)


def of_order(session: Session, order: Order) -> Availability:
    """What the order has reserved or sold is its own. A line without a product needs nothing that we know of."""
    asked = [
        Asked(str(item.id), item.product_id, item.name, item.quantity)
        for item in order.items
        if item.product_id is not None
    ]
    found = dict(zip((line.field for line in asked), look(session, asked, order).items, strict=True))
    return Availability(
        [
            found.get(str(item.id)) or Standing(item.product_id, item.name, item.quantity, item.quantity)
            for item in order.items
        ]
    )


def look(session: Session, asked: Sequence[Asked], order: Order | None = None) -> Availability:
    """Five queries at most, however many lines; what `order` has counts as free."""
    made_of = recipes.ingredients(session, {line.product_id for line in asked})
    free = _free(session, {part.warehouse_item_id for part in made_of}, order)
    lacks = {lack.field: lack.available for lack in shortages(asked, made_of, free)}
    return Availability(
        [Standing(line.product_id, line.name, line.pieces, lacks.get(line.field, line.pieces)) for line in asked]
    )


def _free(session: Session, item_ids: set[int], order: Order | None) -> dict[int, int]:
    """What is there and promised to nobody else; what the order has sold is as good as there."""
    if not item_ids:
        return {}
    there = select(WarehouseItem.id, WarehouseItem.quantity).where(WarehouseItem.id.in_(item_ids))
    free = Counter({item_id: int(quantity) for item_id, quantity in session.execute(there)})
    free.subtract(shelf.promised(session, item_ids))
    if order is not None:
        free.update(ledger.read(session, order.id).booked)
    return {item_id: max(free[item_id], 0) for item_id in item_ids}
