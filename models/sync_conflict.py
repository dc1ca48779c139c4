"""Both sides changed one field: what each had, and who won."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, OfShop, one_of
from models.sync_link import SyncLink


class SyncConflict(OfShop, Base):
    """Of its link's shop."""

    __tablename__ = "sync_conflict"

    id: Mapped[int] = mapped_column(primary_key=True)
    link_id: Mapped[int] = mapped_column(ForeignKey("sync_link.id", ondelete="CASCADE"))
    field: Mapped[str]
    why: Mapped[str]
    ours: Mapped[Any] = mapped_column(JSONB)
    theirs: Mapped[Any] = mapped_column(JSONB)
    winner: Mapped[str]
    state: Mapped[str] = mapped_column(server_default="open")
    at: Mapped[datetime] = mapped_column(server_default=func.now())
    resolved_at: Mapped[datetime | None]

    link: Mapped[SyncLink] = relationship(viewonly=True)

    __table_args__ = (
        CheckConstraint(one_of("why", ("both_moved", "no_base")), name="why_known"),
        CheckConstraint(one_of("winner", ("site", "us")), name="winner_known"),
        CheckConstraint(one_of("state", ("open", "resolved")), name="state_known"),
        Index("uq_sync_conflict_open", "link_id", "field", unique=True, postgresql_where=text("state = 'open'")),
        Index("ix_sync_conflict_by_state", "shop_id", "state", "id"),
    )
