"""How many orders stand where, and what today brought."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Order, Shop
from models.order import STATUSES
from shop import tallies

BY_STATUS = "orders by status"


@dataclass(frozen=True)
class Today:
    """The shop's own day; cancelled orders are neither counted in it nor earned."""

    count: int
    revenue: int


@dataclass(frozen=True)
class Dashboard:
    by_status: dict[str, int]
    total: int
    today: Today


def dashboard(session: Session, shop_id: int) -> Dashboard:
    counts = dict.fromkeys(STATUSES, 0) | tallies.by_part(session, shop_id, BY_STATUS)[BY_STATUS]
    row = session.execute(
        select(func.count(), func.coalesce(func.sum(Order.total), 0)).where(
            Order.shop_id == shop_id,
            Order.deleted_at.is_(None),
            Order.status != "cancelled",
            Order.created_at >= _midnight(shop_id),
        )
    ).one()
    return Dashboard(counts, sum(counts.values()), Today(row[0], int(row[1])))


def _midnight(shop_id: int) -> Any:
    """When the shop's day began, by the database's clock."""
    zone = select(Shop.timezone).where(Shop.id == shop_id).scalar_subquery()
    return func.timezone(zone, func.date_trunc("day", func.timezone(zone, func.now())))
