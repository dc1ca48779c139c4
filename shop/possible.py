"""How many pieces of a product the shelf has the makings of, to be shown: a promise is made only at placing."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import OrderReservation, ProductRecipe, WarehouseItem

PROMISED = (
    select(func.coalesce(func.sum(OrderReservation.quantity), 0))
    .where(OrderReservation.warehouse_item_id == WarehouseItem.id)
    .scalar_subquery()
)


def possible(session: Session, product_ids: Collection[int]) -> dict[int, int | None]:
    """Pieces of each, made alone, in one query. None: it has no recipe, so there is always one."""
    free = func.greatest(WarehouseItem.quantity - PROMISED, 0)
    rows = session.execute(
        select(ProductRecipe.product_id, func.min(free / ProductRecipe.quantity))
        .join(WarehouseItem, WarehouseItem.id == ProductRecipe.warehouse_item_id)
        .where(ProductRecipe.product_id.in_(product_ids), ~ProductRecipe.is_optional)
        .group_by(ProductRecipe.product_id)
    )
    return dict.fromkeys(product_ids) | {product_id: int(pieces) for product_id, pieces in rows}
