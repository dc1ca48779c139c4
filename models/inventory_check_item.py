"""One line of a count. `snapshot` is the balance in the books when the check was made."""

from sqlalchemy import CheckConstraint, Computed, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class InventoryCheckItem(Base):
    __tablename__ = "inventory_check_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    check_id: Mapped[int] = mapped_column(ForeignKey("inventory_check.id", ondelete="CASCADE"))
    warehouse_item_id: Mapped[int] = mapped_column(ForeignKey("warehouse_item.id"), index=True)
    snapshot: Mapped[int]
    counted: Mapped[int]
    difference: Mapped[int] = mapped_column(Computed("counted - snapshot", persisted=True))

    __table_args__ = (
        CheckConstraint("counted >= 0", name="counted_not_negative"),
        UniqueConstraint("check_id", "warehouse_item_id"),
    )
