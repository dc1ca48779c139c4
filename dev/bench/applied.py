"""How long from the receipt of a webhook to its effect, while a few come every second."""

from typing import Any

from dev.bench import calls, inbox, rows
from dev.bench.figures import percentile
from dev.bench.house import House
from dev.bench.load import paced
from dev.bench.loop import run
from dev.bench.sizes import Sizes

# By the clock of the database, which notes both; the commit right after `finished_at` is not in it.
DELAYS = """
SELECT extract(epoch FROM finished_at - received_at)::float8 FROM webhook_event
WHERE bitrix_id BETWEEN %s AND %s AND state = 'applied'
"""


def measure(house: House, sizes: Sizes) -> dict[str, Any]:
    """Milliseconds from `received_at` to `finished_at`."""
    with house.database() as cursor:
        first = rows.add_orders(cursor, sizes.orders)
        events = calls.webhooks(first, sizes.orders, house.secret)
        load = run(lambda: paced(house.port, events, sizes.quiet_per_s, sizes.quiet_s))
        inbox.wait_until_empty(cursor)
        cursor.execute(DELAYS, [first, first + sizes.orders - 1])
        delays = [delay for (delay,) in cursor.fetchall()]
    return {
        "events": len(delays),
        "sent": len(load.latencies),
        "per_s": round(load.per_s, 1),
        "median_ms": round(percentile(delays, 50) * 1000, 1),
        "p95_ms": round(percentile(delays, 95) * 1000, 1),
        "max_ms": round(max(delays) * 1000, 1),
    }
