"""A customer as the shop knows them, by phone; what they bought is counted from orders, never kept."""

from sqlalchemy import Column, Computed, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop, Timestamps

# What is searched, a line each, by the function `clients_that_say(pattern)`.
SAID = "coalesce(name, '') || chr(10) || phone"


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

    __mapper_args__ = {"exclude_properties": ["said"]}  # noqa: RUF012 - SQLAlchemy reads it from the class
    __table_args__ = (
        Column("said", Text, Computed(f"lower({SAID})", persisted=True), nullable=False),
        UniqueConstraint("shop_id", "phone"),
        Index("ix_client_newest", "shop_id", text("created_at DESC"), text("id DESC")),
        Index("ix_client_said", text("said gin_trgm_ops"), postgresql_using="gin"),
    )
