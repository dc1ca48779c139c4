"""Rows in bulk: orders that look imported, and what there is to do about orders and products."""

from collections.abc import Mapping, Sequence
from typing import Any

from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor

from models import Order, OrderItem, SyncLink
from models.base import Base

# A copy of one order that really was imported has the size and the shape of the real ones.
OWN: Mapping[type[Base], tuple[str, ...]] = {
    Order: ("id", "uuid", "number", "tracking_id", "bitrix_order_id", "status", "bitrix_status"),
    OrderItem: ("id", "order_id"),
    SyncLink: ("id", "bitrix_id", "local_id", "base"),
}
ORDERS = """
WITH made AS (
    INSERT INTO "order" (number, tracking_id, bitrix_order_id, status, bitrix_status, {order_columns})
    SELECT n, 'B' || n, n, 'new', 'N', {order_columns} FROM "order", generate_series(%(first)s, %(last)s) n
    WHERE id = %(template)s RETURNING id, bitrix_order_id
), items AS (
    INSERT INTO order_item (order_id, {item_columns})
    SELECT made.id, {item_columns} FROM made, order_item WHERE order_id = %(template)s
)
INSERT INTO sync_link (bitrix_id, local_id, base, {link_columns})
SELECT bitrix_order_id, made.id, jsonb_set(base, '{{status}}', '{{"ours": "N", "theirs": "N"}}'), {link_columns}
FROM made, sync_link WHERE kind = 'order' AND local_id = %(template)s
"""
TEMPLATE = """SELECT min(id), max(bitrix_order_id) FROM "order" WHERE origin = 'site'"""
EVENTS = """
INSERT INTO webhook_event (shop_id, entity, bitrix_id, kind, payload, request_id)
SELECT shop_id, 'order', o.bitrix_order_id, 'order.status', jsonb_build_object(
        'order_id', o.bitrix_order_id, 'status', (%(codes)s)[1 + round %% array_length(%(codes)s, 1)],
        'changed_by_id', 42, 'notes', null), replace(gen_random_uuid()::text, '-', '')
FROM generate_series(0, %(rounds)s - 1) round
CROSS JOIN "order" o WHERE o.bitrix_order_id BETWEEN %(first)s AND %(last)s
ORDER BY round, o.bitrix_order_id
"""
EDITS = """
WITH chosen AS (
    SELECT p.id, p.shop_id, p.bitrix_id FROM product p JOIN sync_link l ON l.kind = 'product' AND l.local_id = p.id
    WHERE l.rejected = '{}' ORDER BY p.id LIMIT %s
), edited AS (
    UPDATE product p SET price = price + 10000, version = version + 1 FROM chosen WHERE p.id = chosen.id
)
INSERT INTO outbox (shop_id, kind, key, reason) SELECT shop_id, 'product', bitrix_id::text, 'edit' FROM chosen
ON CONFLICT (shop_id, kind, key) DO UPDATE SET state = 'pending', version = outbox.version + 1,
    due_at = clock_timestamp(), finished_at = NULL
"""


def one(cursor: Cursor, statement: str, values: Sequence[object] = ()) -> tuple[Any, ...]:
    """The one row of a query. Raises LookupError where there is none."""
    cursor.execute(statement, values)
    if row := cursor.fetchone():
        return row
    raise LookupError(statement)


def add_orders(cursor: Cursor, count: int) -> int:
    """So many linked orders, new on both sides; the Bitrix id of the first, the others follow it."""
    template, highest = one(cursor, TEMPLATE)
    values = {"template": template, "first": highest + 1, "last": highest + count}
    cursor.execute(sql.SQL(ORDERS).format(**_columns()), values)
    cursor.execute("ANALYZE")
    return int(highest) + 1


def add_events(cursor: Cursor, first: int, orders: int, rounds: int, codes: tuple[str, ...]) -> None:
    """A status event of each of the orders, then the next of each: none repeats the one before it."""
    values = {"first": first, "last": first + orders - 1, "rounds": rounds, "codes": list(codes)}
    cursor.execute(EVENTS, values)
    cursor.execute("ANALYZE webhook_event")


def edit_products(cursor: Cursor, count: int) -> None:
    """A new price here for so many mirrored products, owed to the site."""
    cursor.execute(EDITS, [count])


def _columns() -> dict[str, sql.Composed]:
    return {
        "order_columns": _others(Order),
        "item_columns": _others(OrderItem),
        "link_columns": _others(SyncLink),
    }


def _others(model: type[Base]) -> sql.Composed:
    """What is copied: neither the columns that are the copy's own nor those that the database computes."""
    columns = [c.name for c in model.__table__.columns if c.name not in OWN[model] and c.computed is None]
    return sql.SQL(", ").join(map(sql.Identifier, columns))
