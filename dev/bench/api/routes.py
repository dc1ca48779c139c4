"""The routes that people and their browsers ask for most, each by several of its rows or words in turn."""

from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import NamedTuple
from urllib.parse import quote

from psycopg2.extensions import cursor as Cursor

from dev.bench.api.seed import SHOP

SOME = 50


class Route(NamedTuple):
    name: str
    paths: Sequence[str]
    is_list: bool = True


def routes(cursor: Cursor) -> list[Route]:
    orders, products = _some(cursor, '"order"', "id"), _some(cursor, "product", "id")
    tracked = _some(cursor, '"order"', "tracking_id")
    return [
        Route("orders", ["/orders/"]),
        Route("orders by status", ["/orders/?status=accepted", "/orders/?status=delivered"]),
        Route("orders searched", _searches("/orders/", ("Алия 12", "Сауле 3", "#00123", "никого нет"))),
        Route("order", [f"/orders/{id}" for id in orders], is_list=False),
        Route("products", ["/products/"]),
        Route("products, staff", ["/products/admin"]),
        Route("products searched", _searches("/products/", ("розы № 12", "букет", "ничего нет"))),
        Route("product", [f"/products/{id}" for id in products], is_list=False),
        Route("clients", ["/clients/"]),
        Route("orders' dashboard", ["/orders/stats/dashboard"], is_list=False),
        Route("clients' dashboard", ["/clients/stats/dashboard"], is_list=False),
        Route("tracking", [f"/orders/by-tracking/{tracking_id}" for tracking_id in tracked], is_list=False),
    ]


def requests(route: Route, token: str) -> Iterator[bytes]:
    """The bytes on the wire, without end."""
    head = f"HTTP/1.1\r\nHost: bench.example\r\nAuthorization: Bearer {token}\r\n\r\n"
    return cycle([f"GET /api/v1{path} {head}".encode() for path in route.paths])


def _some(cursor: Cursor, table: str, column: str) -> list[object]:
    """Of rows from all over the shop's time; products on sale."""
    some = f"SELECT {column} FROM {table} WHERE shop_id = %s AND id %% 10 = 1 ORDER BY md5(id::text) LIMIT %s"
    cursor.execute(some, [SHOP, SOME])
    return [value for (value,) in cursor.fetchall()]


def _searches(path: str, words: Sequence[str]) -> list[str]:
    return [f"{path}?search={quote(said)}" for said in words]
