"""How fast the workers work off what gathered while they were away."""

from typing import Any

from dev.bench import inbox, rows
from dev.bench.calls import CODES
from dev.bench.house import House
from dev.bench.sizes import Sizes

# From the first effect to the last: the start of the worker is not in it.
SPAN = """
SELECT count(*), extract(epoch FROM max(finished_at) - min(finished_at))::float8 FROM webhook_event
WHERE bitrix_id BETWEEN %s AND %s
"""


def measure(house: House, sizes: Sizes) -> dict[str, Any]:
    """The inbox worker is stopped, finds the backlog when it starts again, and nobody else rings for it."""
    rounds = sizes.backlog_events // sizes.orders
    house.stop("inbox")
    with house.database() as cursor:
        first = rows.add_orders(cursor, sizes.orders)
        rows.add_events(cursor, first, sizes.orders, rounds, CODES)
        house.start("inbox")
        inbox.wait_until_empty(cursor)
        last = first + sizes.orders - 1
        states = inbox.states(cursor, first, last)
        events, seconds = rows.one(cursor, SPAN, [first, last])
    return {
        "events": events,
        "orders": sizes.orders,
        "seconds": round(seconds, 2),
        "per_s": round(events / seconds, 1),
        "states": states,
    }
