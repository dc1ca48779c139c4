"""What both sides agreed on: our id, its Bitrix id, and per shared field the two values as agreed."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Computed, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop, Timestamps, one_of

STATES = ("linked", "gone_there", "gone_here")


class SyncLink(OfShop, Timestamps, Base):
    __tablename__ = "sync_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    bitrix_id: Mapped[int]
    local_id: Mapped[int | None]  # null: deleted here, the link stays as a tombstone
    state: Mapped[str] = mapped_column(server_default="linked")
    # {field: {"ours": value, "theirs": value, "sent": value?, "before": value?}}; see sync.memory
    base: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    rejected: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))  # {field: why}
    theirs_hash: Mapped[int] = mapped_column(Computed("link_theirs_hash(base)", persisted=True))
    ours_hash: Mapped[int] = mapped_column(Computed("link_ours_hash(base)", persisted=True))
    theirs_status: Mapped[str | None] = mapped_column(Computed("base -> 'status' ->> 'theirs'", persisted=True))
    seq: Mapped[int] = mapped_column(server_default="0")  # grows with every change applied from either side
    last_event_id: Mapped[int] = mapped_column(server_default="0")
    site_updated_at: Mapped[datetime | None]  # the site's clock: compared only with itself
    site_changed_at: Mapped[datetime | None]
    site_version: Mapped[int | None]
    missing: Mapped[int] = mapped_column(server_default="0")  # 404s in a row
    agreed_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(one_of("kind", ("order", "product")), name="kind_known"),
        CheckConstraint(one_of("state", STATES), name="state_known"),
        UniqueConstraint("shop_id", "kind", "bitrix_id"),
        Index("ix_sync_link_rejected", "shop_id", postgresql_where=text("rejected <> '{}'")),
        Index("uq_sync_link_local_id", "kind", "local_id", unique=True),
    )
