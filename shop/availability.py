"""Whether the shelf has what a new order asks for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy.orm import Session

from shop import recipes, shelf
from shop.errors import Lack, Shortage
from shop.recipes import Ingredient
from shop.shelf import Shelf


class Asked(NamedTuple):
    """One line: so many pieces of a product; `field` is how the caller spells the quantity of that line."""

    field: str
    product_id: int
    name: str
    pieces: int


def secure(session: Session, asked: Sequence[Asked]) -> Counter[int]:
    """What the lines need of each warehouse item; those rows stay locked until the transaction ends.

    Raises Shortage. Two queries, however many lines.
    """
    pieces: Counter[int] = Counter()
    for line in asked:
        pieces[line.product_id] += line.pieces
    made_of, items = recipes.lock_ingredients(session, set(pieces))
    needed = recipes.need(made_of, pieces)
    place = Shelf(items, shelf.promised(session, needed) if needed else {})
    if lacks := shortages(asked, made_of, {item_id: place.free(item_id) for item_id in needed}):
        raise Shortage(lacks)
    return needed


def shortages(asked: Sequence[Asked], made_of: Sequence[Ingredient], free: Mapping[int, int]) -> list[Lack]:
    """The lines that cannot be made, each after the lines before it took theirs. Pure.

    There are none exactly if the shelf has all the lines need together.
    """
    left = dict(free)
    lacks = []
    for line in asked:
        parts = [part for part in made_of if part.product_id == line.product_id]
        possible = min((left[part.warehouse_item_id] // part.quantity for part in parts), default=line.pieces)
        if possible < line.pieces:
            lacks.append(Lack(line.field, line.name, line.pieces, possible))
        for part in parts:
            left[part.warehouse_item_id] -= part.quantity * min(line.pieces, possible)
    return lacks
