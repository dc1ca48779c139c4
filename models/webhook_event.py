"""The inbox: every webhook we answered 200 to, as it came, and what became of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop, one_of

STATES = ("pending", "applied", "unchanged", "skipped", "superseded", "parked", "dead")
FINISHED = ("applied", "unchanged", "skipped", "superseded")
ENTITIES = ("order", "product")


class WebhookEvent(OfShop, Base):
    __tablename__ = "webhook_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(server_default="bitrix")
    entity: Mapped[str]
    bitrix_id: Mapped[int]
    kind: Mapped[str]
    payload: Mapped[dict[str, Any]]
    external_id: Mapped[str | None]
    request_id: Mapped[str | None]
    received_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())
    state: Mapped[str] = mapped_column(server_default="pending")
    reason: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(server_default="0")
    replayed: Mapped[bool] = mapped_column(server_default=text("false"))
    due_at: Mapped[datetime] = mapped_column(server_default=func.now())
    claimed_until: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    error: Mapped[str | None]
    anonymised_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(one_of("state", STATES), name="state_known"),
        CheckConstraint(one_of("entity", ENTITIES), name="entity_known"),
        # What the drain claims by: never by id, for ids are taken before they are committed.
        Index("ix_webhook_event_due", "due_at", "id", postgresql_where=text("state = 'pending'")),
        Index(
            "ix_webhook_event_waiting",
            "shop_id",
            "entity",
            "bitrix_id",
            "id",
            postgresql_where=text("state IN ('pending', 'parked')"),
        ),
        Index("ix_webhook_event_entity", "entity", "bitrix_id", "id"),
        Index("ix_webhook_event_by_kind", "shop_id", "kind", "id"),
        Index("ix_webhook_event_state", "state", "id"),
        Index("ix_webhook_event_received", "received_at", postgresql_using="brin"),
        Index(
            "uq_webhook_event_external_id",
            "source",
            "entity",
            "external_id",
            unique=True,
            postgresql_where=text("external_id IS NOT NULL"),
        ),
    )
