"""How a mirrored shop and the site stood in one minute: what the rows do not tell any more when it is over.

A minute in which nobody looked has no row. Queues are as they stood at its end, calls are those made within it.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop, one_of

BREAKER = ("closed", "half_open", "open")


class SyncSample(OfShop, Base):
    """`site_seconds` is how long the calls took that did not fail, together.

    What only Valkey knows is null where it could not be asked. `open`: for a part of the minute at least.
    """

    __tablename__ = "sync_sample"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]  # the minute's beginning
    outbox_pending: Mapped[int]
    outbox_oldest_s: Mapped[float]
    inbox_oldest_s: Mapped[float]
    dead: Mapped[int]  # events and debts
    site_calls: Mapped[int | None]
    site_failed: Mapped[int | None]
    site_seconds: Mapped[float | None]
    breaker: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("shop_id", "at"),
        CheckConstraint(one_of("breaker", BREAKER), name="breaker_known"),
    )
