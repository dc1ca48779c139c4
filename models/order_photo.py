"""The picture of an assembled bouquet, and what the customer said of it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Timestamps, one_of

FEEDBACK = ("like", "dislike")


class OrderPhoto(Timestamps, Base):
    __tablename__ = "order_photo"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("order.id", ondelete="CASCADE"), unique=True)
    key: Mapped[str]  # where the file storage keeps it
    label: Mapped[str | None]
    uploaded_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    feedback: Mapped[str | None]
    feedback_comment: Mapped[str | None]
    feedback_at: Mapped[datetime | None]

    __table_args__ = (CheckConstraint(one_of("feedback", FEEDBACK), name="feedback_known"),)
