"""What one person has on hand and has done."""

from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models import Order
from models.order import STATUSES

OVER = ("delivered", "cancelled")
DELIVERED = Order.status == "delivered"


def of(session: Session, user_id: int) -> dict[str, Any]:
    """Counts and money of the orders a user is responsible for, and counts of those they carry; one query each."""
    responsible = session.execute(
        select(*_counts(), func.coalesce(func.sum(Order.total).filter(DELIVERED), 0).label("revenue")).where(
            Order.responsible_id == user_id
        )
    ).one()
    courier = session.execute(select(*_counts()).where(Order.courier_id == user_id)).one()
    return {"responsible": responsible._asdict(), "courier": courier._asdict()}


def _counts() -> list[ColumnElement[int]]:
    under_way = Order.status.in_([status for status in STATUSES if status not in OVER])
    return [func.count().filter(under_way).label("active"), func.count().filter(DELIVERED).label("delivered")]
