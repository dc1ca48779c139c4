"""What a product is made of, what that costs today, and what is left of the price."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Product, ProductRecipe, WarehouseItem


@dataclass(frozen=True)
class Line:
    """One ingredient; money in minor units, `cost_price` of one piece of it."""

    id: int
    warehouse_item_id: int
    name: str
    quantity: int
    is_optional: bool
    cost_price: int

    @property
    def cost(self) -> int:
        return self.cost_price * self.quantity


@dataclass(frozen=True)
class Recipe:
    product_id: int
    price: int
    items: Sequence[Line]

    @property
    def cost(self) -> int:
        return sum(line.cost for line in self.items if not line.is_optional)

    @property
    def optional_cost(self) -> int:
        """What the optional ingredients cost besides."""
        return sum(line.cost for line in self.items if line.is_optional)

    @property
    def margin(self) -> int:
        """Below zero: the product is sold at a loss."""
        return self.price - self.cost


def of(session: Session, product: Product) -> Recipe:
    rows = session.execute(
        select(
            ProductRecipe.id,
            ProductRecipe.warehouse_item_id,
            WarehouseItem.name,
            ProductRecipe.quantity,
            ProductRecipe.is_optional,
            WarehouseItem.cost_price,
        )
        .join(WarehouseItem, WarehouseItem.id == ProductRecipe.warehouse_item_id)
        .where(ProductRecipe.product_id == product.id)
        .order_by(ProductRecipe.id)
    )
    return Recipe(product.id, product.price, [Line(*row) for row in rows])
