"""Checks with their sums, and what the whole shelf is worth."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Numeric, cast, func, select
from sqlalchemy.orm import Session

from models import InventoryCheck, InventoryCheckItem, WarehouseItem

DIFFERENCE = InventoryCheckItem.difference
COLUMNS = ("id", "user_id", "comment", "status", "created_at", "applied_at")


def with_sums(session: Session, checks: Sequence[InventoryCheck]) -> list[dict[str, Any]]:
    """The checks as their schema reads them, in one query however many lines they have."""
    rows = session.execute(
        select(
            InventoryCheckItem.check_id,
            func.count().label("lines"),
            func.coalesce(func.sum(DIFFERENCE).filter(DIFFERENCE > 0), 0).label("surplus"),
            func.coalesce(-func.sum(DIFFERENCE).filter(DIFFERENCE < 0), 0).label("missing"),
        )
        .where(InventoryCheckItem.check_id.in_([check.id for check in checks]))
        .group_by(InventoryCheckItem.check_id)
    )
    sums = {row.check_id: row for row in rows}
    return [{name: getattr(check, name) for name in COLUMNS} | dict(sums[check.id]._mapping) for check in checks]


def whole(session: Session, check: InventoryCheck) -> dict[str, Any]:
    lines = session.execute(
        select(
            InventoryCheckItem.warehouse_item_id,
            WarehouseItem.name,
            InventoryCheckItem.snapshot,
            InventoryCheckItem.counted,
            DIFFERENCE,
        )
        .join(WarehouseItem, WarehouseItem.id == InventoryCheckItem.warehouse_item_id)
        .where(InventoryCheckItem.check_id == check.id)
        .order_by(InventoryCheckItem.id)
    )
    (shown,) = with_sums(session, [check])
    return shown | {"items": lines.all()}


def summary(session: Session) -> dict[str, Any]:
    quantity = WarehouseItem.quantity
    shelf = session.execute(
        select(
            func.count().label("items"),
            func.coalesce(func.sum(quantity), 0).label("pieces"),
            func.count().filter(quantity < WarehouseItem.min_quantity).label("below_minimum"),
            _worth(WarehouseItem.cost_price).label("cost_value"),
            _worth(WarehouseItem.retail_price).label("retail_value"),
        ).where(WarehouseItem.deleted_at.is_(None))
    ).one()
    checks = session.execute(
        select(
            func.count().filter(InventoryCheck.status == "pending").label("pending"),
            func.count().filter(InventoryCheck.status == "applied").label("applied"),
            func.max(InventoryCheck.applied_at).label("last_applied_at"),
        )
    ).one()
    return dict(shelf._mapping) | dict(checks._mapping)


def _worth(price: Any) -> Any:
    """Numeric: pieces times price may be more than a bigint holds."""
    return func.coalesce(func.sum(cast(price, Numeric) * WarehouseItem.quantity), 0)
