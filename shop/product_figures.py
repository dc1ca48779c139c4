"""How many products a shop has, and of what kind."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Product


def summary(session: Session, shop_id: int) -> dict[str, Any]:
    """Counts; `average_price` is the average of those on sale, in minor units, None where there are none."""
    in_all = func.count()
    rows = session.execute(
        select(
            Product.type,
            in_all.label("total"),
            in_all.filter(Product.enabled).label("enabled"),
            in_all.filter(Product.is_featured).label("featured"),
            in_all.filter(Product.image.is_(None)).label("without_image"),
            in_all.filter(Product.bitrix_id.is_(None)).label("local_only"),
            func.coalesce(func.sum(Product.price).filter(Product.enabled), 0).label("worth"),
        )
        .where(Product.shop_id == shop_id)
        .group_by(Product.type)
    ).all()
    names = ("total", "enabled", "featured", "without_image", "local_only")
    counted: dict[str, Any] = {name: sum(getattr(row, name) for row in rows) for name in names}
    counted["disabled"] = counted["total"] - counted["enabled"]
    worth = int(sum(row.worth for row in rows))
    counted["average_price"] = worth // counted["enabled"] if counted["enabled"] else None
    counted["by_type"] = {row.type: row.total for row in sorted(rows, key=lambda row: (-row.total, row.type))}
    return counted
