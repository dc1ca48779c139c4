"""A question customers ask, and the shop's answer."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop, Timestamps


class Faq(OfShop, Timestamps, Base):
    __tablename__ = "faq"

    id: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str]
    answer: Mapped[str]
    position: Mapped[int] = mapped_column(server_default="0")

    __table_args__ = (Index("ix_faq_order", "shop_id", "position", "id"),)
