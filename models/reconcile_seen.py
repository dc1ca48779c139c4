"""What a list row was when a run last read it and found both sides agreed."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class ReconcileSeen(Base):
    """A row that comes with the same `print` again has values of the same `hash`, and need not be parsed."""

    __tablename__ = "reconcile_seen"

    link_id: Mapped[int] = mapped_column(
        ForeignKey("sync_link.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    print: Mapped[int]
    hash: Mapped[int]
