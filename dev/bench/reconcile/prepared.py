"""Rows that are staged without being read: how fast, how fast they are compared, and in how much memory."""

from typing import Any

from psycopg2.extensions import cursor as Cursor

from dev.bench.reconcile import bare
from dev.bench.reconcile.both_sides import TABLES
from dev.bench.reconcile.house import SHOP, ComparingHouse
from dev.simulator.site import FIRST_PRODUCT

OURS = """
INSERT INTO product (id, shop_id, bitrix_id, name, price, image, width, height)
SELECT n, %(shop)s, n, 'Розы в коробке № ' || n, 500000, 'https://shop.example/upload/' || n || '.jpeg', 60, 70
FROM generate_series(%(first)s, %(last)s) n
"""
LINKS = """
INSERT INTO sync_link (shop_id, kind, bitrix_id, local_id, base)
SELECT shop_id, 'product', bitrix_id, id, (
    SELECT jsonb_object_agg(key, jsonb_build_object('ours', value, 'theirs', value))
    FROM jsonb_each(jsonb_build_object('name', name, 'price', price, 'image', image, 'enabled', enabled,
                                       'type', type, 'width', width, 'height', height, 'images', '[]'::jsonb)))
FROM product
"""


def measure(house: ComparingHouse, cursor: Cursor, count: int) -> dict[str, Any]:
    _prepare(cursor, count)
    figures = house.measured("dev.bench.reconcile.staged", count)
    figures["bare_join_s"] = round(bare.join_s(cursor, figures.pop("run_id"), "products"), 4)
    figures["rows_per_s"] = round(count / (figures["copy_s"] + figures["merge_s"] + figures["compare_s"]))
    return figures


def _prepare(cursor: Cursor, count: int) -> None:
    """As many products of ours, as both sides agreed on them; see `staged` for what the site has."""
    cursor.execute(f"TRUNCATE {', '.join(TABLES)} CASCADE")
    cursor.execute(OURS, {"shop": SHOP, "first": FIRST_PRODUCT, "last": FIRST_PRODUCT + count - 1})
    cursor.execute(LINKS)
    cursor.execute("VACUUM ANALYZE")
