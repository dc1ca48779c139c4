"""The outbox: "this entity must be brought to agreement with the site". One row per entity, no payload."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop, Timestamps, one_of

KINDS = ("order", "product", "new_order")  # keyed by Bitrix id, Bitrix id, and our order's UUID
STATES = ("pending", "settled", "dead")


class Outbox(OfShop, Timestamps, Base):
    __tablename__ = "outbox"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    key: Mapped[str]
    state: Mapped[str] = mapped_column(server_default="pending")
    reason: Mapped[str]
    request_id: Mapped[str | None]
    version: Mapped[int] = mapped_column(server_default="1")
    due_at: Mapped[datetime] = mapped_column(server_default=func.now())
    wished_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())
    lease_until: Mapped[datetime | None]
    lease_token: Mapped[uuid.UUID | None]
    leased_version: Mapped[int | None]
    attempts: Mapped[int] = mapped_column(server_default="0")
    crashes: Mapped[int] = mapped_column(server_default="0")
    not_found: Mapped[int] = mapped_column(server_default="0")  # 404s in a row for an order not linked yet
    in_doubt: Mapped[bool] = mapped_column(server_default=text("false"))  # a write may have happened there
    error: Mapped[str | None]
    finished_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(one_of("kind", KINDS), name="kind_known"),
        CheckConstraint(one_of("state", STATES), name="state_known"),
        UniqueConstraint("shop_id", "kind", "key"),
        Index("ix_outbox_due", "due_at", "id", postgresql_where=text("state = 'pending'")),
        Index("ix_outbox_newest", "shop_id", text("wished_at DESC"), text("id DESC")),
        Index("ix_outbox_state", "state", "id"),
    )
