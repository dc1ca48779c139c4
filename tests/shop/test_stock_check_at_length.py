"""The check of the books stays one quick statement when there is much to check."""

import time

import pytest
from psycopg2.extensions import cursor as Cursor

from models import begin
from shop.stock_check import faults
from tests import people

# A thousand items of a thousand operations each: one comes, one goes to an order.
HISTORY = """
SET session_replication_role = replica;
SET statement_timeout = 0;
INSERT INTO warehouse_item (shop_id, name, quantity) SELECT 8, 'item ' || n, 0 FROM generate_series(1, 1000) n;
INSERT INTO "order" (shop_id, number, tracking_id, status)
    SELECT 8, '#' || n, n::text, 'delivered' FROM generate_series(1, 300000) n;
INSERT INTO warehouse_operation (item_id, kind, change, balance_after, order_id)
    SELECT i.id, CASE n % 2 WHEN 1 THEN 'delivery' ELSE 'sale' END, CASE n % 2 WHEN 1 THEN 1 ELSE -1 END, n % 2,
           CASE n % 2 WHEN 0 THEN o.lowest + (n * 1000 + i.id) % 300000 END
    FROM generate_series(1, 1000) n, warehouse_item i, (SELECT min(id) AS lowest FROM "order") o ORDER BY n;
ANALYZE warehouse_operation;
ANALYZE "order";
RESET session_replication_role;
"""


@pytest.mark.long
def test_a_million_operations_take_seconds(clean: None, janitor: Cursor) -> None:
    with begin() as session:
        people.make_shop(session, people.DEVELOPMENT)
    janitor.execute(HISTORY)
    started = time.monotonic()
    with begin() as session:
        assert faults(session) == []
    took = time.monotonic() - started
    print(f"{took:.1f} s")
    assert took < 15
