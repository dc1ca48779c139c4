"""Something the shop sells. `bitrix_id` is what the site knows it by; null for a product of ours alone."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Computed, Identity, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, OfShop, Timestamps, one_of
from models.product_image import ProductImage

TYPES = ("flowers", "sweets", "fruits", "gifts", "vitrina", "catalog")
FIRST_LOCAL_ID = 1_000_000_000  # below it, rows imported from the site keep the site's id where it is free


class Product(OfShop, Timestamps, Base):
    __tablename__ = "product"

    id: Mapped[int] = mapped_column(Identity(start=FIRST_LOCAL_ID), primary_key=True)
    bitrix_id: Mapped[int | None]
    name: Mapped[str]
    price: Mapped[int]
    type: Mapped[str] = mapped_column(server_default="catalog")
    description: Mapped[str | None]
    image: Mapped[str | None]
    manufacturing_minutes: Mapped[int | None]
    width: Mapped[int | None]
    height: Mapped[int | None]
    shelf_life_days: Mapped[int | None]
    enabled: Mapped[bool] = mapped_column(server_default=text("true"))
    is_featured: Mapped[bool] = mapped_column(server_default=text("false"))
    colors: Mapped[list[Any]] = mapped_column(server_default=text("'[]'"))
    occasions: Mapped[list[Any]] = mapped_column(server_default=text("'[]'"))
    cities: Mapped[list[Any]] = mapped_column(server_default=text("'[]'"))
    tags: Mapped[list[Any]] = mapped_column(server_default=text("'[]'"))
    deleted_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default="1")
    content_hash: Mapped[int] = mapped_column(
        Computed("product_content_hash(name, price, image, enabled, description)", persisted=True)
    )
    images: Mapped[list[ProductImage]] = relationship(
        order_by=ProductImage.position, cascade="all, delete-orphan", passive_deletes=True
    )

    __mapper_args__ = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        "version_id_col": version,
        "eager_defaults": True,  # an UPDATE tells what it made
    }
    __table_args__ = (
        CheckConstraint("price >= 0", name="price_not_negative"),
        CheckConstraint("name <> ''", name="name_not_empty"),
        CheckConstraint(one_of("type", TYPES), name="type_known"),
        Index("uq_product_shop_id_bitrix_id", "shop_id", "bitrix_id", unique=True),
        Index("ix_product_newest", "shop_id", text("created_at DESC"), text("id DESC")),
        Index(
            "ix_product_on_sale",
            "shop_id",
            text("created_at DESC"),
            text("id DESC"),
            postgresql_where=text("enabled AND deleted_at IS NULL"),
        ),
        Index(
            "ix_product_featured",
            "shop_id",
            text("created_at DESC"),
            text("id DESC"),
            postgresql_where=text("is_featured"),
        ),
        Index(
            "ix_product_newest_of_all",
            text("created_at DESC"),
            text("id DESC"),
            postgresql_include=["enabled"],
            postgresql_where=text("deleted_at IS NULL"),
        ),
        Index("ix_product_without_image", "shop_id", postgresql_where=text("image IS NULL AND deleted_at IS NULL")),
        Index("ix_product_local", "shop_id", postgresql_where=text("bitrix_id IS NULL AND deleted_at IS NULL")),
        # By the function `products_tagged(wanted)`.
        Index("ix_product_tags", text("tags jsonb_path_ops"), postgresql_using="gin"),
        Index("ix_product_by_name", "shop_id", text("lower(name)"), "id"),
        Index("ix_product_shop_id_price", "shop_id", "price"),
        Index(
            "ix_product_price_on_sale",
            "shop_id",
            "price",
            postgresql_where=text("enabled AND deleted_at IS NULL"),
        ),
        Index(
            "ix_product_by_type",
            "shop_id",
            "type",
            text("created_at DESC"),
            text("id DESC"),
            postgresql_include=["enabled"],
            postgresql_where=text("deleted_at IS NULL"),
        ),
    )
