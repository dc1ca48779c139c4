"""The same orders and products on both sides: the site seeds its own, ours are copied in as the site lists them."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from psycopg2.extensions import cursor as Cursor

from bitrix.wire.order import parse_order
from bitrix.wire.product import parse_product
from bitrix.wire.status import STATUSES
from dev.bench.reconcile.copying import copy
from dev.bench.reconcile.house import SHOP, ComparingHouse
from dev.simulator import show_order, show_product
from dev.simulator.config import Config
from dev.simulator.rows import Order, Product
from dev.simulator.site import FIRST_ORDER, Site
from sync.orders.values import COLUMNS
from sync.orders.values import theirs as theirs_of_order
from sync.products.values import theirs as theirs_of_product

SEED = 42
PORTION = 1_000
LINK = ("shop_id", "kind", "bitrix_id", "local_id", "base", "seq")
PRODUCT = ("name", "price", "image", "enabled", "type", "width", "height")
IMAGE = ("product_id", "url", "position", "is_primary")
NUMBERED = ("number", "tracking_id", "bitrix_order_id", "status", "bitrix_status")
ITEM = ("order_id", "name", "quantity", "price", "total")
TABLES = ("product", "product_image", '"order"', "order_item", "sync_link", "outbox", "reconcile_run")
# Ours have the site's numbers, so those the database gives begin behind them.
NUMBER_ON = """SELECT setval(pg_get_serial_sequence('"order"', 'id'), %s)"""

T = TypeVar("T")


def seed(house: ComparingHouse, cursor: Cursor, count: int) -> None:
    """So many orders and as many products on which both sides agree, in place of all there were."""
    house.site.florist.seed(orders=count, products=count, seed=SEED)
    cursor.execute(f"TRUNCATE {', '.join(TABLES)} CASCADE")
    site = Site(Config())
    site.seed(count, count, SEED)
    for products in _portions(site.products.rows.values()):
        _copy_products(cursor, products, house.site.url)
    for orders in _portions(site.orders.rows.values()):
        _copy_orders(cursor, orders)
    cursor.execute(NUMBER_ON, [FIRST_ORDER + count])
    cursor.execute("VACUUM ANALYZE")


def _copy_products(cursor: Cursor, rows: Iterable[Product], site_url: str) -> None:
    products, images, links = [], [], []
    for row in rows:
        values, _ = theirs_of_product(parse_product(show_product.listed(row, Config.site_url), site_url))
        products.append((row.id, SHOP, row.id, *(values.get(name) for name in PRODUCT)))
        images += [(row.id, url, place, place == 0) for place, url in enumerate(values["images"])]
        links.append(_link("product", row.id, values))
    copy(cursor, "product", ("id", "shop_id", "bitrix_id", *PRODUCT), products)
    copy(cursor, "product_image", IMAGE, images)
    copy(cursor, "sync_link", LINK, links)


def _copy_orders(cursor: Cursor, rows: Iterable[Order]) -> None:
    orders, items, links = [], [], []
    for row in rows:
        values, _ = theirs_of_order(parse_order(show_order.listed(row)), None, STATUSES)
        shared = {name: value for name, value in values.items() if name in (*COLUMNS, "items", "status")}
        code = values["status"]
        numbered = (row.id, f"B{row.id}", row.id, STATUSES.from_bitrix(code), code)
        orders.append((row.id, SHOP, "site", *numbered, *(values.get(name) for name in COLUMNS)))
        items += [(row.id, name, number, price, number * price) for name, number, price in values["items"]]
        links.append(_link("order", row.id, shared))
    copy(cursor, '"order"', ("id", "shop_id", "origin", *NUMBERED, *COLUMNS.values()), orders)
    copy(cursor, "order_item", ITEM, items)
    copy(cursor, "sync_link", LINK, links)


def _link(kind: str, row_id: int, values: Mapping[str, Any]) -> tuple[Any, ...]:
    """Ours has the site's number, and both have the same values."""
    base = {name: {"ours": value, "theirs": value} for name, value in values.items()}
    return (SHOP, kind, row_id, row_id, base, 1)


def _portions(rows: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(rows)
    while portion := list(itertools.islice(rest, PORTION)):
        yield portion
