"""What a customer is told of one product besides its own columns."""

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import ProductRecipe, Review, WarehouseItem


class Part(NamedTuple):
    name: str
    quantity: int
    is_optional: bool


@dataclass(frozen=True)
class Rating:
    average: float | None
    count: int


def composition(session: Session, product_id: int) -> list[Part]:
    rows = session.execute(
        select(WarehouseItem.name, ProductRecipe.quantity, ProductRecipe.is_optional)
        .join(WarehouseItem, WarehouseItem.id == ProductRecipe.warehouse_item_id)
        .where(ProductRecipe.product_id == product_id)
        .order_by(ProductRecipe.is_optional, ProductRecipe.id)
    )
    return [Part(*row) for row in rows]


def rating(session: Session, product_id: int) -> Rating:
    """Of published reviews alone."""
    average, count = session.execute(
        select(func.avg(Review.rating), func.count()).where(
            Review.product_id == product_id, Review.status == "published"
        )
    ).one()
    return Rating(None if average is None else round(float(average), 2), count)
