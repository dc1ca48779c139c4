"""What products are made of, and so what a number of them needs from the shelf."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models import ProductRecipe, WarehouseItem


class Ingredient(NamedTuple):
    product_id: int
    warehouse_item_id: int
    quantity: int  # for one piece of the product


def ingredients(session: Session, product_ids: set[int]) -> list[Ingredient]:
    """Of all these products in one query. Optional ones are left out: they neither block nor are reserved."""
    if not product_ids:
        return []
    return [Ingredient(*row) for row in session.execute(_of(product_ids))]


def lock_ingredients(session: Session, product_ids: set[int]) -> tuple[list[Ingredient], dict[int, WarehouseItem]]:
    """The same with the warehouse rows by id, locked in their order as `shelf.lock` does; still one query."""
    rows = session.execute(
        _of(product_ids)
        .add_columns(WarehouseItem)
        .join(WarehouseItem, WarehouseItem.id == ProductRecipe.warehouse_item_id)
        .order_by(WarehouseItem.id)
        .with_for_update(of=WarehouseItem)
        .execution_options(populate_existing=True)
    ).all()
    return [Ingredient(*row[:3]) for row in rows], {row[3].id: row[3] for row in rows}


def _of(product_ids: set[int]) -> Select[int, int, int]:
    columns = (ProductRecipe.product_id, ProductRecipe.warehouse_item_id, ProductRecipe.quantity)
    return select(*columns).where(ProductRecipe.product_id.in_(product_ids), ~ProductRecipe.is_optional)


def need(made_of: list[Ingredient], pieces: Mapping[int, int]) -> Counter[int]:
    """{product: pieces} as {warehouse item: quantity}, summed over the products. Pure."""
    needed: Counter[int] = Counter()
    for part in made_of:
        needed[part.warehouse_item_id] += part.quantity * pieces[part.product_id]
    return needed
