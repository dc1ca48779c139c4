"""A flower shop. At most one of them is mirrored with the Bitrix site."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Timestamps


class Shop(Timestamps, Base):
    __tablename__ = "shop"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    phone: Mapped[str | None]
    address: Mapped[str | None]
    city: Mapped[str | None]
    timezone: Mapped[str] = mapped_column(server_default="Asia/Almaty")
    delivery_cost: Mapped[int] = mapped_column(server_default="150000")
    free_delivery_from: Mapped[int] = mapped_column(server_default="1000000")
    is_active: Mapped[bool] = mapped_column(server_default=text("true"))
    mirrors_bitrix: Mapped[bool] = mapped_column(server_default=text("false"))
    mirrored_since: Mapped[datetime | None]
    last_order_number: Mapped[int] = mapped_column(server_default="0")

    __table_args__ = (
        CheckConstraint("delivery_cost >= 0", name="delivery_cost_not_negative"),
        CheckConstraint("free_delivery_from >= 0", name="free_delivery_from_not_negative"),
        CheckConstraint("mirrors_bitrix = false OR mirrored_since IS NOT NULL", name="mirrored_since_known"),
        Index("uq_shop_mirrored", "mirrors_bitrix", unique=True, postgresql_where=text("mirrors_bitrix")),
    )

    def delivery_for(self, subtotal: int) -> int:
        """What delivery costs for goods of this many minor units."""
        return 0 if subtotal >= self.free_delivery_from else self.delivery_cost
