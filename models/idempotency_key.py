"""The first answer to a request that must not be done twice, kept for a day."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop


class IdempotencyKey(OfShop, Base):
    __tablename__ = "idempotency_key"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))  # null: a customer, who does not sign in
    key: Mapped[str]
    fingerprint: Mapped[bytes] = mapped_column(LargeBinary)  # SHA-256 of method, path and body
    status: Mapped[int | None]  # null until the answer is there, in the same transaction
    answer: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now(), index=True)

    __table_args__ = (UniqueConstraint("shop_id", "user_id", "key", postgresql_nulls_not_distinct=True),)
