"""Changing what a product is made of. Orders placed before keep what they were promised.

The product's row is locked first, so that two edits of one recipe come after each other, and then the items,
so that none is taken off the list meanwhile. The session is of one shop: another's rows are not there.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Product, ProductRecipe, WarehouseItem
from shop.errors import Conflict, Invalid, NotFound

ITEM = "warehouse_item_id"


class Part(NamedTuple):
    warehouse_item_id: int
    quantity: int
    is_optional: bool = False


def add(session: Session, product_id: int, part: Part) -> ProductRecipe:
    """One more ingredient, flushed. Raises NotFound, Invalid (no such item), Conflict (it is in there)."""
    lock_product(session, product_id)
    _refuse_unknown(session, {ITEM: part})
    uses = ProductRecipe.product_id == product_id, ProductRecipe.warehouse_item_id == part.warehouse_item_id
    if session.scalar(select(ProductRecipe.id).where(*uses)):
        raise Conflict("This item is in the recipe already", {ITEM: ["is in the recipe already"]})
    row = ProductRecipe(product_id=product_id, **part._asdict())
    session.add(row)
    session.flush()
    return row


def edit(
    session: Session,
    product_id: int,
    row_id: int,
    *,
    quantity: int | None = None,
    is_optional: bool | None = None,
) -> ProductRecipe:
    """None leaves a value as it is. Raises NotFound."""
    lock_product(session, product_id)
    row = _row(session, product_id, row_id)
    if quantity is not None:
        row.quantity = quantity
    if is_optional is not None:
        row.is_optional = is_optional
    return row


def remove(session: Session, product_id: int, row_id: int) -> None:
    """Raises NotFound."""
    lock_product(session, product_id)
    session.delete(_row(session, product_id, row_id))


def replace(session: Session, product_id: int, parts: Sequence[Part]) -> None:
    """Makes the recipe these parts and no others. Raises NotFound, and Invalid for items unknown or named twice."""
    lock_product(session, product_id)
    fields = {f"items.{index}.{ITEM}": part for index, part in enumerate(parts)}
    _refuse_twice(fields)
    _refuse_unknown(session, fields)
    rows = session.scalars(select(ProductRecipe).where(ProductRecipe.product_id == product_id))
    former = {row.warehouse_item_id: row for row in rows}
    for part in parts:
        row = former.pop(part.warehouse_item_id, None)
        if row is None:
            session.add(ProductRecipe(product_id=product_id, **part._asdict()))
        else:
            row.quantity, row.is_optional = part.quantity, part.is_optional
    for row in former.values():
        session.delete(row)
    session.flush()


def lock_product(session: Session, product_id: int) -> Product:
    """Raises NotFound."""
    product = session.scalar(
        select(Product)
        .where(Product.id == product_id, Product.deleted_at.is_(None))
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    if product is None:
        raise NotFound("Not found")
    return product


def _row(session: Session, product_id: int, row_id: int) -> ProductRecipe:
    row = session.scalar(
        select(ProductRecipe).where(ProductRecipe.id == row_id, ProductRecipe.product_id == product_id)
    )
    if row is None:
        raise NotFound("Not found")
    return row


def _refuse_twice(fields: dict[str, Part]) -> None:
    seen: set[int] = set()
    errors = {}
    for field, part in fields.items():
        if part.warehouse_item_id in seen:
            errors[field] = ["is named twice"]
        seen.add(part.warehouse_item_id)
    if errors:
        raise Invalid("An item stands in a recipe once", errors)


def _refuse_unknown(session: Session, fields: dict[str, Part]) -> None:
    wanted = {part.warehouse_item_id for part in fields.values()}
    known = session.scalars(
        select(WarehouseItem.id)
        .where(WarehouseItem.id.in_(wanted), WarehouseItem.deleted_at.is_(None))
        .order_by(WarehouseItem.id)
        .with_for_update(read=True, key_share=True)
    ).all()
    errors = {field: ["no such item"] for field, part in fields.items() if part.warehouse_item_id not in known}
    if errors:
        raise Invalid("Some items cannot be used", errors)
