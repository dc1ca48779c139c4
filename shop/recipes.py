"""What products are made of, and so what a number of them needs from the shelf."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import ProductRecipe


class Ingredient(NamedTuple):
    product_id: int
    warehouse_item_id: int
    quantity: int  # for one piece of the product


def ingredients(session: Session, product_ids: set[int]) -> list[Ingredient]:
    """Of all these products in one query. Optional ones are left out: they neither block nor are reserved."""
    if not product_ids:
        return []
    columns = (ProductRecipe.product_id, ProductRecipe.warehouse_item_id, ProductRecipe.quantity)
    rows = session.execute(
        select(*columns).where(ProductRecipe.product_id.in_(product_ids), ~ProductRecipe.is_optional)
    )
    return [Ingredient(*row) for row in rows]


def need(made_of: list[Ingredient], pieces: Mapping[int, int]) -> Counter[int]:
    """{product: pieces} as {warehouse item: quantity}, summed over the products. Pure."""
    needed: Counter[int] = Counter()
    for part in made_of:
        needed[part.warehouse_item_id] += part.quantity * pieces[part.product_id]
    return needed
