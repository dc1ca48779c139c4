"""A page of the storefront that the shop writes itself: delivery, payment, about."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop, Timestamps


class StaticPage(OfShop, Timestamps, Base):
    __tablename__ = "static_page"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str]
    title: Mapped[str]
    body: Mapped[str]

    __table_args__ = (UniqueConstraint("shop_id", "slug"),)
