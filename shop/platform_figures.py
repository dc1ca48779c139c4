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
       (SELECT coalesce(sum(rows), 0)::bigint FROM tally WHERE name = 'products') AS products,
       (SELECT coalesce(sum(rows), 0)::bigint FROM tally WHERE name = 'products on sale') AS enabled_products
"""
)
ORDERS = text(
    """
SELECT part AS status, sum(rows)::bigint AS orders FROM tally WHERE name = 'orders by status'
GROUP BY part HAVING sum(rows) > 0
"""
)
# What was cancelled was not sold. All of it is in an index, which is in memory (models.tenancy).
REVENUE = text(
    """
SET LOCAL random_page_cost = 1.1;
SELECT coalesce(sum(total), 0)::bigint AS revenue FROM "order" WHERE deleted_at IS NULL AND status <> 'cancelled'
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
        "revenue": session.execute(REVENUE).scalar_one(),
        "orders_today": today.orders,
        "revenue_today": today.revenue,
    }
