"""What one piece of a product is made of."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class ProductRecipe(Base):
    __tablename__ = "product_recipe"

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id", ondelete="CASCADE"))
    warehouse_item_id: Mapped[int] = mapped_column(ForeignKey("warehouse_item.id"), index=True)
    quantity: Mapped[int]
    is_optional: Mapped[bool] = mapped_column(server_default=text("false"))

    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity_positive"),
        UniqueConstraint("product_id", "warehouse_item_id"),
    )
