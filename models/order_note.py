"""What staff wrote about an order for each other."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Timestamps


class OrderNote(Timestamps, Base):
    __tablename__ = "order_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("order.id", ondelete="CASCADE"))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    text: Mapped[str]

    __table_args__ = (Index("ix_order_note_order_id_id", "order_id", "id"),)
