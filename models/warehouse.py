"""Flowers and materials in stock, and the append-only ledger that explains every balance."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, func
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Timestamps, one_of

OPERATIONS = ("delivery", "sale", "writeoff", "price_change", "inventory", "return")


class WarehouseItem(Timestamps, Base):
    __tablename__ = "warehouse_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"), index=True)
    name: Mapped[str]
    quantity: Mapped[int] = mapped_column(server_default="0")
    cost_price: Mapped[int] = mapped_column(server_default="0")
    retail_price: Mapped[int] = mapped_column(server_default="0")
    min_quantity: Mapped[int] = mapped_column(server_default="0")

    __table_args__ = (CheckConstraint("quantity >= 0", name="quantity_not_negative"),)


class WarehouseOperation(Base):
    __tablename__ = "warehouse_operation"

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("warehouse_item.id"), index=True)
    kind: Mapped[str]
    change: Mapped[int]
    balance_after: Mapped[int]
    reason: Mapped[str | None]
    order_id: Mapped[int | None] = mapped_column(ForeignKey("order.id", ondelete="SET NULL"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())

    __table_args__ = (
        CheckConstraint(one_of("kind", OPERATIONS), name="kind_known"),
        CheckConstraint("balance_after >= 0", name="balance_not_negative"),
    )
