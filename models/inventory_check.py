"""A count of the shelf: what the books said when it began, what was counted, and the difference."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, OfShop, Timestamps, one_of
from models.inventory_check_item import InventoryCheckItem

STATUSES = ("pending", "applied")


class InventoryCheck(OfShop, Timestamps, Base):
    __tablename__ = "inventory_check"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    comment: Mapped[str | None]
    status: Mapped[str] = mapped_column(server_default="pending")
    applied_at: Mapped[datetime | None]
    items: Mapped[list[InventoryCheckItem]] = relationship(
        order_by=InventoryCheckItem.id, cascade="all, delete-orphan", passive_deletes=True
    )

    __table_args__ = (
        CheckConstraint(one_of("status", STATUSES), name="status_known"),
        Index("ix_inventory_check_newest", "shop_id", "id"),
    )
