"""Products brought to agreement per second, while each call to the site takes its time."""

from typing import Any

import settings
from dev.bench import rows
from dev.bench.house import House, until
from dev.bench.sizes import Sizes

CALLS = 3  # read, write, read back
PUSH_S = 180
OPEN = "SELECT count(*) FROM outbox WHERE kind = 'product' AND state = 'pending'"
SPAN = """
SELECT count(*), extract(epoch FROM max(finished_at) - min(finished_at))::float8 FROM outbox
WHERE kind = 'product' AND state = 'settled'
"""


def measure(house: House, sizes: Sizes) -> dict[str, Any]:
    """The rate limit is set too high to matter and the site sends no echoes: what counts is the time of calls."""
    house.site.florist.config(latency_ms=sizes.latency_ms, backend_url="")
    with house.database() as cursor:
        rows.edit_products(cursor, sizes.pushes)
        until(lambda: rows.one(cursor, OPEN) == (0,), "an empty outbox", PUSH_S)
        pushes, seconds = rows.one(cursor, SPAN)
    house.site.florist.config(latency_ms=0)
    ideal = settings.load({}).outbox_concurrency / (CALLS * sizes.latency_ms / 1000)
    rate = pushes / seconds
    return {
        "pushes": pushes,
        "seconds": round(seconds, 2),
        "per_s": round(rate, 1),
        "ideal_per_s": round(ideal, 1),
        "of_ideal": round(rate / ideal, 3),
    }
