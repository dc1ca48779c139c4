"""One difference a run found, and what became of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, one_of

# What should be repaired, and what can only be listed.
REPAIRED_KINDS = (
    "missing_here",
    "missing_there",
    "theirs_moved",
    "ours_moved",
    "both_moved",
    "no_base",
    "not_created",
)
LISTED_KINDS = (
    "rejected",
    "unknown_status",
    "status_ahead",
    "by_hand",
    "gone_there",
    "local_only",
    "conflict",
)
STATES = ("found", "repaired", "left", "listed")


class ReconcileDrift(Base):
    """A run writes them by the thousand, and nobody looks for one but by its run: so they have one index."""

    __tablename__ = "reconcile_drift"

    run_id: Mapped[int] = mapped_column(
        ForeignKey("reconcile_run.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    entity: Mapped[str]
    bitrix_id: Mapped[int | None]
    local_id: Mapped[int | None]
    kind: Mapped[str]
    field: Mapped[str | None]
    ours: Mapped[Any] = mapped_column(JSONB(none_as_null=True), nullable=True)
    theirs: Mapped[Any] = mapped_column(JSONB(none_as_null=True), nullable=True)
    state: Mapped[str] = mapped_column(server_default="found")
    reason: Mapped[str | None]
    found_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())
    wished_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(one_of("kind", REPAIRED_KINDS + LISTED_KINDS), name="kind_known"),
        CheckConstraint(one_of("state", STATES), name="state_known"),
    )
