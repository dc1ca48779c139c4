"""Append-only: who changed which row of people, products, prices, stock or settings, when and from where."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, func
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop, one_of

ACTIONS = ("created", "changed", "deleted")


class AuditEntry(OfShop, Base):
    __tablename__ = "audit_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int | None]
    action: Mapped[str]
    entity: Mapped[str]  # name of the table
    entity_id: Mapped[int]
    changes: Mapped[dict[str, Any]]  # {column: [old, new]}
    address: Mapped[str | None]
    request_id: Mapped[str | None]
    at: Mapped[datetime] = mapped_column(server_default=func.now())

    __table_args__ = (
        CheckConstraint(one_of("action", ACTIONS), name="action_known"),
        Index("ix_audit_entry_newest", "shop_id", "id"),
        Index("ix_audit_entry_user", "shop_id", "user_id", "id"),
        Index("ix_audit_entry_at", "shop_id", "at"),
        Index("ix_audit_entry_entity", "shop_id", "entity", "entity_id", "id"),
    )
