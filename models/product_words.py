"""What is searched of a product that is there, apart from its wide row: see `models.order_words`."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop


class ProductWords(OfShop, Base):
    __tablename__ = "product_words"

    id: Mapped[int] = mapped_column(ForeignKey("product.id", ondelete="CASCADE"), primary_key=True)
    created_at: Mapped[datetime]
    enabled: Mapped[bool]
    # `as_searched`, a line each: the name, the description.
    said: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index("ix_product_words_said", text("said gin_trgm_ops"), postgresql_using="gin"),)
