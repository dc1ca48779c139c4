"""Append-only: one row for each change of an order, whatever path made it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, one_of

ACTORS = ("customer", "user", "bitrix", "system", "payment")


class OrderHistory(Base):
    __tablename__ = "order_history"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("order.id", ondelete="CASCADE"))
    actor_kind: Mapped[str]
    actor_id: Mapped[int | None]
    field: Mapped[str]
    old_value: Mapped[str | None]
    new_value: Mapped[str | None]
    forced: Mapped[bool] = mapped_column(server_default=text("false"))
    note: Mapped[str | None]
    at: Mapped[datetime] = mapped_column(server_default=func.now())

    __table_args__ = (
        CheckConstraint(one_of("actor_kind", ACTORS), name="actor_known"),
        Index("ix_order_history_order_id_id", "order_id", "id"),
    )
