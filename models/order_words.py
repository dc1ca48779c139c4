"""What is searched of an order that is there, apart from its wide row: who counts what says a word reads few pages.

Triggers keep these rows (migration 0028), in the same transaction, whoever writes. A session of a shop searches in
`shop.search.here`.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop


class OrderWords(OfShop, Base):
    __tablename__ = "order_words"

    id: Mapped[int] = mapped_column(ForeignKey("order.id", ondelete="CASCADE"), primary_key=True)
    created_at: Mapped[datetime]
    # `as_searched`, a line each: the number, the tracking id, the customer's name, the recipient's.
    said: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index("ix_order_words_said", text("said gin_trgm_ops"), postgresql_using="gin"),)
