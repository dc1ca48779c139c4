"""All shops together, in numbers."""

from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

TOTALS = text(
    """
SELECT (SELECT count(*) FROM shop) AS shops,
       (SELECT count(*) FROM shop WHERE is_active) AS active_shops,
       (SELECT count(*) FROM "user") AS users,
       (SELECT count(*) FROM "user" WHERE is_active) AS active_users,
       (SELECT count(*) FROM product WHERE deleted_at IS NULL) AS products,
       (SELECT count(*) FROM product WHERE deleted_at IS NULL AND enabled) AS enabled_products
"""
)
# What was cancelled was not sold.
ORDERS = text(
    """
SELECT status, count(*) AS orders, sum(total) FILTER (WHERE status <> 'cancelled') AS revenue
FROM "order" WHERE deleted_at IS NULL GROUP BY status
"""
)
# A day begins when it does in the shop.
TODAY = text(
    """
SELECT count(*) AS orders, coalesce(sum(o.total) FILTER (WHERE o.status <> 'cancelled'), 0) AS revenue
FROM shop s JOIN "order" o ON o.shop_id = s.id AND o.deleted_at IS NULL
 AND o.created_at >= date_trunc('day', now() AT TIME ZONE s.timezone) AT TIME ZONE s.timezone
"""
)


def platform(session: Session) -> dict[str, Any]:
    """Counts, and revenue in minor units. The session sees all shops."""
    by_status = session.execute(ORDERS).all()
    today = session.execute(TODAY).one()
    return {
        **session.execute(TOTALS).one()._mapping,
        "orders": sum(row.orders for row in by_status),
        "orders_by_status": {row.status: row.orders for row in by_status},
        "revenue": sum(row.revenue or 0 for row in by_status),
        "orders_today": today.orders,
        "revenue_today": today.revenue,
    }
