"""People at work on the site: every few seconds an order there goes one step on, and now and then a new one comes.

Only seeded orders and their own are touched: what a test or the demo does to others stays as it is.
"""

import asyncio
import random
import time
from itertools import count
from typing import Any

from dev.simulator import made_up, variety
from dev.simulator.rows import Order
from dev.simulator.site import Site

NEXT = {"N": "PD", "PD": "AP", "AP": "CO", "CO": "DE", "DE": "F"}
NEW_ONE_EVERY = 5
SETTLING_S = 60  # whoever starts beside it reads everything first, and compares for the first time
BY = "lively"  # who made the orders that go on by themselves


async def live(site: Site, every_s: float) -> None:
    await asyncio.sleep(SETTLING_S)
    for deed in count(1):
        await asyncio.sleep(every_s)
        if deed % NEW_ONE_EVERY == 0:
            site.create_order(_bought())
        elif under_way := [order for order in site.orders.rows.values() if _goes_on(order)]:
            order = random.choice(under_way)
            site.change_order(order.id, {"status": NEXT[order.status], "changed_by_id": 42})


def _goes_on(order: Order) -> bool:
    return order.status in NEXT and bool(order.seed or (order.fields or {}).get("by") == BY)


def _bought() -> dict[str, Any]:
    salt = random.getrandbits(60) | 1
    price = 5_000 + salt % 300 * 50
    return {
        "by": BY,
        "senderName": made_up.name(salt, 50),
        "senderPhone": made_up.phone(salt, 51),
        "recipientName": made_up.name(salt, 54),
        "recipientPhone": made_up.phone(salt, 55),
        "deliveryAddress": made_up.address(salt),
        "deliveryDate": variety.iso_day(time.time() + random.randrange(3) * variety.DAY_S),
        "deliveryTime": variety.pick(salt, 56, made_up.SLOTS),
        "items": [{"id": 1, "productName": "Букет дня", "amount": 1, "price": str(price), "currency": "KZT"}],
    }
