"""Stock promised to an order and not cut yet."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class OrderReservation(Base):
    __tablename__ = "order_reservation"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("order.id", ondelete="CASCADE"))
    warehouse_item_id: Mapped[int] = mapped_column(ForeignKey("warehouse_item.id"), index=True)
    quantity: Mapped[int]

    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity_positive"),
        UniqueConstraint("order_id", "warehouse_item_id"),
    )
