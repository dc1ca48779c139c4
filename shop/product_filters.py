"""What the products on sale can be narrowed down by, and how many each choice leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Integer, cast, func, select, text, true
from sqlalchemy.orm import Session

from models import Product

WORDS = ("colors", "occasions", "cities", "tags")
GROUPS = ("type", *WORDS)


@dataclass(frozen=True)
class Choice:
    group: str
    value: str
    count: int


class Prices(NamedTuple):
    min: int | None
    max: int | None


def choices(session: Session, shop_id: int) -> dict[str, list[Choice]]:
    """By group, the commonest first. Products are read once: counted by equal sets of words, then by word."""
    columns = [getattr(Product, name) for name in GROUPS]
    sets = (
        select(*columns, func.grouping(*columns).label("grouped"), func.count().label("products"))
        .where(Product.shop_id == shop_id, Product.enabled)
        .group_by(func.grouping_sets(*columns))
        .subquery()
    )
    words = func.coalesce(*(sets.c[name] for name in WORDS), text("'[]'::jsonb"))
    word = func.jsonb_array_elements_text(words).table_valued("value").lateral()
    value = func.coalesce(sets.c.type, word.c.value)
    rows = session.execute(
        select(sets.c.grouped, value, cast(func.sum(sets.c.products), Integer).label("products"))
        .select_from(sets.outerjoin(word, true()))
        .where(value.is_not(None))
        .group_by(sets.c.grouped, value)
        .order_by(text("products DESC"), value)
    )
    found: dict[str, list[Choice]] = {name: [] for name in GROUPS}
    for choice in _named(rows):
        found[choice.group].append(choice)
    return found


def prices(session: Session, shop_id: int) -> Prices:
    on_sale = select(func.min(Product.price), func.max(Product.price))
    return Prices(*session.execute(on_sale.where(Product.shop_id == shop_id, Product.enabled)).one())


def _named(rows: Any) -> Iterator[Choice]:
    """`grouping` has a bit for each column that a row is *not* about, the last column's lowest."""
    every = (1 << len(GROUPS)) - 1
    names = {every ^ (1 << index): name for index, name in enumerate(reversed(GROUPS))}
    return (Choice(names[grouped], value, products) for grouped, value, products in rows)
