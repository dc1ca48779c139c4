"""How many orders stand where, and what today brought."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

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


def dashboard(session: Session, shop: Shop) -> Dashboard:
    counts = dict.fromkeys(STATUSES, 0) | tallies.by_part(session, shop.id, BY_STATUS)[BY_STATUS]
    row = session.execute(
        select(func.count(), func.coalesce(func.sum(Order.total), 0)).where(
            Order.shop_id == shop.id,
            Order.deleted_at.is_(None),
            Order.status != "cancelled",
            Order.created_at >= _midnight(shop),
        )
    ).one()
    return Dashboard(counts, sum(counts.values()), Today(row[0], int(row[1])))


def _midnight(shop: Shop) -> datetime:
    """A value, not an expression: then PostgreSQL knows that few orders came since."""
    return datetime.now(ZoneInfo(shop.timezone)).replace(hour=0, minute=0, second=0, microsecond=0)
