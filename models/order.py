"""An order: what was sold, to whom, where it goes, and how far it is."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, FetchedValue, ForeignKey, Index, func, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, OfShop, Timestamps, one_of
from models.order_item import OrderItem
from models.order_photo import OrderPhoto

STATUSES = ("new", "paid", "accepted", "assembled", "in_delivery", "delivered", "cancelled")
DELIVERY_TYPES = ("express", "scheduled", "pickup")
ORIGINS = ("shop", "site")
PAYMENT_METHODS = ("kaspi", "card", "cash")
# What is searched, a line each, by the function `orders_called(pattern)`.
CALLED = "coalesce(customer_phone, '') || chr(10) || coalesce(recipient_phone, '')"
NEWEST = (text("created_at DESC"), text("id DESC"))


class Order(OfShop, Timestamps, Base):
    __tablename__ = "order"

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[UUID] = mapped_column(server_default=func.gen_random_uuid(), unique=True)
    origin: Mapped[str] = mapped_column(server_default="shop")
    # An INSERT that makes them tells them too.
    number: Mapped[str] = mapped_column(server_default=FetchedValue())
    tracking_id: Mapped[str] = mapped_column(unique=True, server_default=FetchedValue())
    status: Mapped[str] = mapped_column(server_default="new")
    bitrix_order_id: Mapped[int | None]
    bitrix_status: Mapped[str | None]
    stock_shortage: Mapped[bool] = mapped_column(server_default=text("false"))
    customer_name: Mapped[str | None]
    customer_phone: Mapped[str | None]
    customer_email: Mapped[str | None]
    recipient_name: Mapped[str | None]
    recipient_phone: Mapped[str | None]
    delivery_type: Mapped[str] = mapped_column(server_default="scheduled")
    delivery_address: Mapped[str | None]
    delivery_date: Mapped[date | None]
    delivery_time: Mapped[str | None]
    delivery_notes: Mapped[str | None]
    pickup_address: Mapped[str | None]
    payment_method: Mapped[str | None]
    subtotal: Mapped[int] = mapped_column(server_default="0")
    delivery_cost: Mapped[int] = mapped_column(server_default="0")
    surcharge: Mapped[int] = mapped_column(server_default="0")  # what staff add to the price, such as a longer way
    total: Mapped[int] = mapped_column(server_default="0")
    comment: Mapped[str | None]
    postcard_text: Mapped[str | None]
    is_surprise: Mapped[bool] = mapped_column(server_default=text("false"))
    anonymous_sender: Mapped[bool] = mapped_column(server_default=text("false"))
    ask_delivery_address: Mapped[bool] = mapped_column(server_default=text("false"))
    ask_delivery_time: Mapped[bool] = mapped_column(server_default=text("false"))
    problem_reason: Mapped[str | None]
    responsible_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), index=True)
    courier_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), index=True)
    assigned_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    assigned_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default="1")
    content_hash: Mapped[int] = mapped_column(
        Computed(
            "order_content_hash(customer_name, customer_phone, recipient_name, recipient_phone,"
            " delivery_address, delivery_time, delivery_date)",
            persisted=True,
        )
    )
    items: Mapped[list[OrderItem]] = relationship(
        order_by=OrderItem.id, cascade="all, delete-orphan", passive_deletes=True
    )
    # Only who shows it needs this, and says so in the query.
    photo: Mapped[OrderPhoto | None] = relationship(lazy="raise", viewonly=True)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class
    __table_args__ = (
        CheckConstraint(one_of("status", STATUSES), name="status_known"),
        CheckConstraint(one_of("delivery_type", DELIVERY_TYPES), name="delivery_type_known"),
        CheckConstraint(one_of("origin", ORIGINS), name="origin_known"),
        CheckConstraint(one_of("payment_method", PAYMENT_METHODS), name="payment_method_known"),
        CheckConstraint("subtotal >= 0 AND delivery_cost >= 0 AND total >= 0", name="money_not_negative"),
        CheckConstraint("surcharge >= 0", name="surcharge_not_negative"),
        Index("uq_order_shop_id_bitrix_order_id", "shop_id", "bitrix_order_id", unique=True),
        Index(
            "uq_order_shop_id_number",
            "shop_id",
            "number",
            unique=True,
            postgresql_where=text("origin = 'shop'"),
        ),
        Index("ix_order_by_delivery", "shop_id", "delivery_date", "id"),
        # With all that a client's figures are made of.
        Index(
            "ix_order_customer",
            "shop_id",
            "customer_phone",
            postgresql_include=["status", "total", "created_at"],
            postgresql_where=text("deleted_at IS NULL"),
        ),
        Index("ix_order_recipient", "shop_id", "recipient_phone"),
        # Of orders that were not deleted: then a list is counted in the index alone.
        Index("ix_order_newest", "shop_id", *NEWEST, postgresql_where=text("deleted_at IS NULL")),
        Index("ix_order_by_type", "shop_id", "delivery_type", *NEWEST, postgresql_where=text("deleted_at IS NULL")),
        Index("ix_order_by_status", "shop_id", "status", *NEWEST, postgresql_where=text("deleted_at IS NULL")),
        Index(
            "ix_order_with_problem",
            "shop_id",
            *NEWEST,
            postgresql_where=text("problem_reason IS NOT NULL AND deleted_at IS NULL"),
        ),
        Index("ix_order_called", text(f"({CALLED}) gin_trgm_ops"), postgresql_using="gin"),
    )
