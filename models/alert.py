"""A condition somebody was told of, once, and once more when it was over."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Alert(Base):
    __tablename__ = "alert"

    id: Mapped[int] = mapped_column(primary_key=True)
    condition: Mapped[str]
    detail: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    since: Mapped[datetime] = mapped_column(server_default=func.now())
    seen_at: Mapped[datetime] = mapped_column(server_default=func.now())  # when the condition held last
    # {channel: "open" or "over"}: what each channel was told last, so that a failed one is tried again alone
    told: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    over_at: Mapped[datetime | None]

    __table_args__ = (Index("uq_alert_open", "condition", unique=True, postgresql_where=text("over_at IS NULL")),)

    def owes(self, channel: str) -> str | None:
        """What this channel is still to be told: `open`, `over`, or nothing.

        Who never heard of the trouble need not hear that it is over.
        """
        heard = self.told.get(channel)
        if self.over_at is None:
            return None if heard == "open" else "open"
        return "over" if heard == "open" else None
