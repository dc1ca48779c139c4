"""Flowers and materials in stock, and the append-only ledger that explains every balance."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop, Timestamps, one_of

OPERATIONS = ("delivery", "sale", "writeoff", "price_change", "inventory", "return")


class WarehouseItem(OfShop, Timestamps, Base):
    __tablename__ = "warehouse_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    quantity: Mapped[int] = mapped_column(server_default="0")
    cost_price: Mapped[int] = mapped_column(server_default="0")
    retail_price: Mapped[int] = mapped_column(server_default="0")
    min_quantity: Mapped[int] = mapped_column(server_default="0")
    image: Mapped[str | None]
    last_delivery_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]  # its operations stay, so the row does

    __table_args__ = (
        CheckConstraint("quantity >= 0", name="quantity_not_negative"),
        CheckConstraint("cost_price >= 0 AND retail_price >= 0", name="prices_not_negative"),
        CheckConstraint("min_quantity >= 0", name="min_quantity_not_negative"),
        Index("ix_warehouse_item_newest", "shop_id", text("created_at DESC"), text("id DESC")),
    )


class WarehouseOperation(Base):
    __tablename__ = "warehouse_operation"

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("warehouse_item.id"))
    kind: Mapped[str]
    change: Mapped[int]
    balance_after: Mapped[int]
    reason: Mapped[str | None]
    old_price: Mapped[int | None]  # of a price_change, which leaves the balance as it is
    new_price: Mapped[int | None]
    order_id: Mapped[int | None] = mapped_column(ForeignKey("order.id", ondelete="SET NULL"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())

    __table_args__ = (
        CheckConstraint(one_of("kind", OPERATIONS), name="kind_known"),
        CheckConstraint("balance_after >= 0", name="balance_not_negative"),
        Index("ix_warehouse_operation_item_id_id", "item_id", "id"),
    )
