"""A scheduled job as staff edited it; it outlives a Valkey that forgot everything."""

from sqlalchemy import CheckConstraint, ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Timestamps


class ScheduleOverride(Timestamps, Base):
    __tablename__ = "schedule_override"

    name: Mapped[str] = mapped_column(primary_key=True)
    every: Mapped[float | None]  # seconds
    cron: Mapped[str | None]  # five fields, Asia/Almaty
    enabled: Mapped[bool] = mapped_column(server_default=text("true"))
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))

    __table_args__ = (
        CheckConstraint("every IS NULL OR every > 0", name="every_positive"),
        CheckConstraint("every IS NULL OR cron IS NULL", name="one_kind_of_schedule"),
    )
