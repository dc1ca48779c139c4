"""What a customer says of a product, or (without one) of the shop. Shown once somebody has approved it."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, desc
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop, Timestamps, one_of

STATUSES = ("pending", "published", "hidden")


class Review(OfShop, Timestamps, Base):
    __tablename__ = "review"

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    author_name: Mapped[str]
    rating: Mapped[int]
    text: Mapped[str]
    status: Mapped[str] = mapped_column(server_default="pending")
    moderated_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))

    __table_args__ = (
        CheckConstraint("rating BETWEEN 1 AND 5", name="rating_of_five"),
        CheckConstraint(one_of("status", STATUSES), name="status_known"),
        Index("ix_review_newest", "shop_id", desc("created_at"), desc("id")),
        Index("ix_review_by_status", "shop_id", "status", desc("created_at"), desc("id")),
        Index("ix_review_of_product", "product_id", desc("created_at"), desc("id")),
        Index(
            "ix_review_platform",
            desc("created_at"),
            desc("id"),
            postgresql_where=sql("product_id IS NULL AND status = 'published'"),
        ),
    )
