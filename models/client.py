"""A customer as the shop knows them, by phone; what they bought is counted from orders, never kept."""

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop, Timestamps


class Client(OfShop, Timestamps, Base):
    __tablename__ = "client"

    id: Mapped[int] = mapped_column(primary_key=True)
    phone: Mapped[str]
    name: Mapped[str | None]
    notes: Mapped[str | None]
    telegram_id: Mapped[int | None]
    telegram_username: Mapped[str | None]
    telegram_first_name: Mapped[str | None]
    allow_personalization: Mapped[bool] = mapped_column(server_default=text("true"))

    __table_args__ = (
        UniqueConstraint("shop_id", "phone"),
        Index("ix_client_newest", "shop_id", text("created_at DESC"), text("id DESC")),
    )
