"""What stands in the inbox, seen from outside."""

from psycopg2.extensions import cursor as Cursor

from dev.bench.house import until
from dev.bench.rows import one

DRAIN_S = 180
PENDING = "SELECT EXISTS (SELECT FROM webhook_event WHERE state = 'pending')"
STATES = "SELECT state, count(*) FROM webhook_event WHERE bitrix_id BETWEEN %s AND %s GROUP BY state"


def wait_until_empty(cursor: Cursor) -> None:
    """Until nothing is pending. Raises NotReady."""
    until(lambda: one(cursor, PENDING) == (False,), "an empty inbox", DRAIN_S)


def states(cursor: Cursor, first: int, last: int) -> dict[str, int]:
    """How many events of these orders ended in which state."""
    cursor.execute(STATES, [first, last])
    return dict(cursor.fetchall())
