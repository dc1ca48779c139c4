"""Somebody who signs in: shop staff, or a superadmin of all shops."""

from sqlalchemy import CheckConstraint, ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Timestamps, one_of
from models.shop import Shop

ROLES = ("courier", "florist", "manager", "director")


class User(Timestamps, Base):
    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[int | None] = mapped_column(ForeignKey("shop.id"), index=True)
    name: Mapped[str]
    phone: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    is_active: Mapped[bool] = mapped_column(server_default=text("true"))
    is_superadmin: Mapped[bool] = mapped_column(server_default=text("false"))
    password_hash: Mapped[str]
    invited_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    shop: Mapped[Shop | None] = relationship(foreign_keys=shop_id)

    __table_args__ = (
        CheckConstraint(one_of("role", ROLES), name="role_known"),
        CheckConstraint("is_superadmin OR shop_id IS NOT NULL", name="belongs_to_a_shop"),
    )

    @property
    def may_enter(self) -> bool:
        """A blocked user, and a user of a blocked shop, have no access at once."""
        return self.is_active and (self.is_superadmin or (self.shop is not None and self.shop.is_active))
