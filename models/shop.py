"""A flower shop. At most one of them is mirrored with the Bitrix site."""

from datetime import datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Timestamps


class Shop(Timestamps, Base):
    __tablename__ = "shop"

    id: Mapped[int] = mapped_column(primary_key=True)  # below 100 001 given by hand, such as 17008
    name: Mapped[str]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", use_alter=True))
    phone: Mapped[str | None]
    address: Mapped[str | None]
    city: Mapped[str | None]
    timezone: Mapped[str] = mapped_column(server_default="Asia/Almaty")
    # In the shop's own time; null twice: closed.
    weekday_opens: Mapped[time | None] = mapped_column(server_default="09:00")
    weekday_closes: Mapped[time | None] = mapped_column(server_default="21:00")
    weekend_opens: Mapped[time | None] = mapped_column(server_default="10:00")
    weekend_closes: Mapped[time | None] = mapped_column(server_default="20:00")
    pickup_available: Mapped[bool] = mapped_column(server_default=text("true"))
    delivery_available: Mapped[bool] = mapped_column(server_default=text("true"))
    delivery_cost: Mapped[int] = mapped_column(server_default="150000")
    free_delivery_from: Mapped[int] = mapped_column(server_default="1000000")
    is_active: Mapped[bool] = mapped_column(server_default=text("true"))
    mirrors_bitrix: Mapped[bool] = mapped_column(server_default=text("false"))
    mirrored_since: Mapped[datetime | None]
    last_order_number: Mapped[int] = mapped_column(server_default="0")

    __table_args__ = (
        CheckConstraint("delivery_cost >= 0", name="delivery_cost_not_negative"),
        CheckConstraint("free_delivery_from >= 0", name="free_delivery_from_not_negative"),
        CheckConstraint(
            "coalesce(weekday_opens < weekday_closes, weekday_opens IS NULL AND weekday_closes IS NULL)",
            name="weekday_hours",
        ),
        CheckConstraint(
            "coalesce(weekend_opens < weekend_closes, weekend_opens IS NULL AND weekend_closes IS NULL)",
            name="weekend_hours",
        ),
        CheckConstraint("pickup_available OR delivery_available", name="one_way_to_the_customer"),
        CheckConstraint("mirrors_bitrix = false OR mirrored_since IS NOT NULL", name="mirrored_since_known"),
        Index("uq_shop_mirrored", "mirrors_bitrix", unique=True, postgresql_where=text("mirrors_bitrix")),
    )

    def delivery_for(self, subtotal: int) -> int:
        """What delivery costs for goods of this many minor units."""
        return 0 if subtotal >= self.free_delivery_from else self.delivery_cost
