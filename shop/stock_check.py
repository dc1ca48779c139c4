"""Whether the stock's books explain themselves: one read-only statement, for all shops or for the session's own.

It takes a second or two for a million operations, so it may be asked of the production database at any time.
"""

from typing import NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

from shop.positions import HELD, POSITIONS

# Each part is one rule. `found` is what the books say, `expected` what they should say.
QUERY = text(
    """
WITH chained AS (
    SELECT id, item_id, change, balance_after,
           lag(balance_after, 1, 0::bigint) OVER (PARTITION BY item_id ORDER BY id) + change AS expected
    FROM warehouse_operation
), summed AS (
    SELECT item_id, sum(change) AS balance FROM warehouse_operation GROUP BY item_id
), taken AS (
    SELECT order_id, item_id, -sum(change) AS pieces FROM warehouse_operation
    WHERE order_id IS NOT NULL AND kind IN ('sale', 'return') GROUP BY order_id, item_id
), booked AS (
    SELECT order_id, item_id, pieces, false AS promised FROM taken WHERE pieces <> 0
    UNION ALL
    SELECT order_id, warehouse_item_id, quantity, true FROM order_reservation
), faults AS (
    SELECT 'balance' AS rule, i.id AS item_id, NULL::bigint AS order_id, i.quantity AS found,
           coalesce(s.balance, 0) AS expected
    FROM warehouse_item i LEFT JOIN summed s ON s.item_id = i.id
    WHERE i.quantity <> coalesce(s.balance, 0)
    UNION ALL (
        SELECT DISTINCT ON (item_id) 'chain', item_id, NULL, balance_after, expected
        FROM chained WHERE balance_after <> expected ORDER BY item_id, id
    )
    UNION ALL
    SELECT 'promised', b.item_id, b.order_id, b.pieces, 0
    FROM booked b JOIN "order" o ON o.id = b.order_id
    WHERE b.promised AND (o.status <> ALL (:held) OR o.deleted_at IS NOT NULL)
    UNION ALL
    SELECT 'returned', b.item_id, b.order_id, b.pieces, 0 FROM booked b WHERE b.pieces < 0
    UNION ALL
    SELECT 'cancelled', b.item_id, b.order_id, b.pieces, 0
    FROM booked b JOIN "order" o ON o.id = b.order_id
    WHERE NOT b.promised AND b.pieces > 0 AND o.status = 'cancelled' AND NOT EXISTS (
        SELECT FROM order_history h WHERE h.order_id = o.id AND h.field = 'status' AND h.old_value = 'delivered'
    )
    UNION ALL
    SELECT 'foreign', b.item_id, b.order_id, b.pieces, 0
    FROM booked b JOIN "order" o ON o.id = b.order_id JOIN warehouse_item i ON i.id = b.item_id
    WHERE o.origin = 'site' OR o.shop_id <> i.shop_id
)
SELECT f.rule, i.shop_id, f.item_id, i.name AS item, o.number AS "order", f.found, f.expected
FROM faults f JOIN warehouse_item i ON i.id = f.item_id LEFT JOIN "order" o ON o.id = f.order_id
ORDER BY i.shop_id, f.item_id, f.rule, f.order_id
"""
)
RULES = {
    "balance": "the balance is not the sum of the operations",
    "chain": "an operation's balance is not the one before it plus its change (the first such of the item)",
    "promised": "pieces are promised to an order that is cut, cancelled or deleted",
    "returned": "an order returned more than it had taken",
    "cancelled": "a cancelled order, never delivered, has not returned what it took",
    "foreign": "an order of another shop, or one that the site made, has pieces of the item",
}


class Fault(NamedTuple):
    """`rule` is one of RULES; `order` its number, where it is about one."""

    rule: str
    shop_id: int
    item_id: int
    item: str
    order: str | None
    found: int
    expected: int


def faults(session: Session) -> list[Fault]:
    """Everything that does not add up; nothing, if the books are right."""
    held = [status for status, position in POSITIONS.items() if position == HELD]
    rows = session.execute(QUERY, {"held": held})
    return [Fault(**row) for row in rows.mappings()]
