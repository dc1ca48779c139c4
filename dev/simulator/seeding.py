"""Fill the site with made-up rows, a million if wished: the same numbers give the same rows.

With `now` (epoch seconds) its orders are those of a shop at work: what is under way is to be delivered around that
day, and what is over was made before.
"""

import gc
from collections.abc import Iterator

from dev.simulator.rows import Order, Product
from dev.simulator.shelf import Shelf
from dev.simulator.variety import DAY_S, draw, mix

# Of a hundred orders of a shop that has been open for years most are delivered.
_SHARES = (("N", 3), ("PD", 3), ("AP", 4), ("CO", 3), ("DE", 3), ("F", 76), ("RF", 5), ("UN", 3))
_HUNDRED = tuple(code for code, share in _SHARES for _ in range(share))
_OVER = ("F", "RF", "UN")
_UNDER_WAY_DAYS, _SINCE_DAYS = 3, 30
_VITRINA, _ACTIVE = 30, 85  # per cent


def fill(
    orders: Shelf[Order],
    products: Shelf[Product],
    order_count: int,
    product_count: int,
    seed: int,
    now: float | None = None,
) -> None:
    """Put that many rows on two empty shelves."""
    gc.collect()
    gc.disable()  # nothing of this becomes garbage, and looking for it costs more than the filling
    try:
        orders.fill(_orders(orders.next_id(), order_count, seed, now))
        products.fill(_products(products.next_id(), product_count, seed))
        gc.freeze()
    finally:
        gc.enable()


def _orders(first: int, count: int, seed: int, now: float | None) -> Iterator[Order]:
    for order_id in range(first, first + count):
        order = Order(order_id, seed or 1, status=_HUNDRED[mix(order_id, seed) % 100])
        if now is not None:
            order.fields = {"madeAt": _made_at(order, now)}
        yield order


def _made_at(order: Order, now: float) -> float:
    """The same all day: the site may start again, and is to be the one it was."""
    over = order.status in _OVER
    latest, earliest = (_UNDER_WAY_DAYS * 2, _SINCE_DAYS) if over else (0, _UNDER_WAY_DAYS)
    span_s = (earliest - latest) * DAY_S
    return now // DAY_S * DAY_S - latest * DAY_S - draw(order.salt, 90) % span_s


def _products(first: int, count: int, seed: int) -> Iterator[Product]:
    for product_id in range(first, first + count):
        draw = mix(product_id, seed)
        kind = "vitrina" if draw % 100 < _VITRINA else "catalog"
        yield Product(product_id, seed or 1, type=kind, active=draw // 100 % 100 < _ACTIVE)
