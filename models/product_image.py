"""A picture of a product; the first one is the primary."""

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class ProductImage(Base):
    __tablename__ = "product_image"

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id", ondelete="CASCADE"), index=True)
    url: Mapped[str]
    position: Mapped[int] = mapped_column(server_default="0")
    is_primary: Mapped[bool] = mapped_column(server_default=text("false"))
