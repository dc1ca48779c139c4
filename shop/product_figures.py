"""How many products a shop has, and of what kind: each figure from an index of its own."""

from typing import Any

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session

from models import Product


def summary(session: Session, shop_id: int) -> dict[str, Any]:
    """Counts; `average_price` is the average of those on sale, in minor units, None where there are none."""
    by_type = session.execute(
        select(Product.type, func.count().label("total"), func.count().filter(Product.enabled).label("enabled"))
        .where(Product.shop_id == shop_id)
        .group_by(Product.type)
        .order_by(func.count().desc(), Product.type)
    ).all()
    total, enabled = sum(row.total for row in by_type), sum(row.enabled for row in by_type)
    featured, without_image, local_only, worth = session.execute(
        select(
            _of(shop_id, func.count(), Product.is_featured),
            _of(shop_id, func.count(), Product.image.is_(None)),
            _of(shop_id, func.count(), Product.bitrix_id.is_(None)),
            _of(shop_id, func.sum(Product.price), Product.enabled),
        )
    ).one()
    return {
        "total": total,
        "enabled": enabled,
        "disabled": total - enabled,
        "featured": featured,
        "without_image": without_image,
        "local_only": local_only,
        "average_price": int(worth) // enabled if enabled else None,
        "by_type": {row.type: row.total for row in by_type},
    }


def _of(shop_id: int, figure: Any, which: Any) -> ScalarSelect[Any]:
    return select(figure).where(Product.shop_id == shop_id, which).scalar_subquery()
