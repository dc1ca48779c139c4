"""Somebody asked to join a shop's team; whoever has the code may, once and for seven days."""

from datetime import UTC, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop, Timestamps, one_of
from models.user import ROLES

STATUSES = ("pending", "accepted", "expired")


class TeamInvitation(OfShop, Timestamps, Base):
    __tablename__ = "team_invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    phone: Mapped[str]
    name: Mapped[str]
    role: Mapped[str]
    code_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    status: Mapped[str] = mapped_column(server_default="pending")
    invited_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    expires_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint(one_of("role", ROLES), name="role_known"),
        CheckConstraint(one_of("status", STATUSES), name="status_known"),
        Index(
            "uq_team_invitation_pending",
            "shop_id",
            "phone",
            unique=True,
            postgresql_where=text("status = 'pending'"),
        ),
        Index("ix_team_invitation_newest", "shop_id", "id"),
    )

    @property
    def status_now(self) -> str:
        """The status as it is at this moment: time alone makes a pending invitation an expired one."""
        lapsed = self.status == "pending" and self.expires_at <= datetime.now(UTC)
        return "expired" if lapsed else self.status
