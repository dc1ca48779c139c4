"""One comparison of both sides: how far it is, what it found, what it did."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop, Timestamps, one_of

KINDS = ("orders", "products", "all")
PHASES = (
    "queued",
    "reading",
    "comparing",
    "repairing",
    "halted",
    "done",
    "incomplete",
    "failed",
    "stopped",
)
WORKING = ("reading", "comparing", "repairing")
PLANS = ("active", "products", "nightly", "hand")


class ReconcileRun(OfShop, Timestamps, Base):
    __tablename__ = "reconcile_run"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("reconcile_run.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    plan: Mapped[str] = mapped_column(server_default="hand")
    phase: Mapped[str] = mapped_column(server_default="queued")
    reason: Mapped[str | None]  # why it is incomplete, halted or failed
    dry_run: Mapped[bool] = mapped_column(server_default=text("false"))
    active_only: Mapped[bool] = mapped_column(server_default=text("false"))  # orders under way alone
    since: Mapped[datetime | None]  # filters what was read: an absence proves nothing then
    ids: Mapped[list[Any] | None] = mapped_column(JSONB(none_as_null=True))
    stop_asked: Mapped[bool] = mapped_column(server_default=text("false"))
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    approved_at: Mapped[datetime | None]
    city: Mapped[str | None]  # what the read was asked for: another city is another set
    complete: Mapped[bool] = mapped_column(server_default=text("false"))
    checkpoint: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    counts: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    lease_until: Mapped[datetime | None]
    lease_token: Mapped[UUID | None]
    progress_at: Mapped[datetime | None]
    crashes: Mapped[int] = mapped_column(server_default="0")
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(one_of("kind", KINDS), name="kind_known"),
        CheckConstraint(one_of("phase", PHASES), name="phase_known"),
        CheckConstraint(one_of("plan", PLANS), name="plan_known"),
        # One of a kind at a time; whoever comes meanwhile waits as queued.
        Index(
            "uq_reconcile_run_working",
            "shop_id",
            "kind",
            unique=True,
            postgresql_where=text("phase IN ('reading', 'comparing', 'repairing') AND kind <> 'all'"),
        ),
        Index("ix_reconcile_run_plan", "shop_id", "plan", "kind", "id"),
        Index("ix_reconcile_run_phase", "phase", "id"),
    )
