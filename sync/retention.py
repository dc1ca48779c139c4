"""Keep the tables bounded: finished rows go after a while, names and phones in payloads sooner."""

from typing import Any

from sqlalchemy import Engine, TextClause, text

BATCH = 5000
# Dead and parked events, dead debts, open conflicts, links and tombstones stay until somebody settles them.
FORGET = {
    "webhook_event": text(
        """
DELETE FROM webhook_event WHERE id IN (
    SELECT id FROM webhook_event
    WHERE state IN ('applied', 'unchanged', 'skipped', 'superseded')
      AND finished_at < clock_timestamp() - make_interval(days => :days) LIMIT :batch)
"""
    ),
    "outbox": text(
        """
DELETE FROM outbox WHERE id IN (
    SELECT id FROM outbox
    WHERE state = 'settled' AND finished_at < clock_timestamp() - make_interval(days => :days)
    LIMIT :batch FOR UPDATE SKIP LOCKED)
"""
    ),
    "sync_conflict": text(
        """
DELETE FROM sync_conflict WHERE id IN (
    SELECT id FROM sync_conflict
    WHERE state = 'resolved' AND resolved_at < clock_timestamp() - make_interval(days => :days) LIMIT :batch)
"""
    ),
}
# Only what a replay needs is kept: the site may add whatever it likes about people.
NEEDED = ("order_id", "status", "event_type", "product_data", "event_id", "changed_at", "version", "changed_by_id")
ANONYMISE = text(
    """
UPDATE webhook_event e SET anonymised_at = clock_timestamp(), payload = (
    SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(e.payload) WHERE key = ANY(:needed))
WHERE id IN (
    SELECT id FROM webhook_event
    WHERE anonymised_at IS NULL AND received_at < clock_timestamp() - make_interval(days => :days)
    LIMIT :batch FOR UPDATE SKIP LOCKED)
"""
)


def anonymise(engine: Engine, days: int) -> int:
    """Take names, phones and notes out of payloads older than this many days; returns how many."""
    return _in_batches(engine, ANONYMISE, {"days": days, "needed": list(NEEDED)})


def forget(engine: Engine, days: int) -> dict[str, int]:
    """Delete finished rows older than this many days, batch by batch; rows deleted per table."""
    return {table: _in_batches(engine, statement, {"days": days}) for table, statement in FORGET.items()}


def _in_batches(engine: Engine, statement: TextClause, values: dict[str, Any]) -> int:
    total = 0
    while True:
        with engine.begin() as connection:
            count = connection.execute(statement, values | {"batch": BATCH}).rowcount
        total += count
        if count < BATCH:
            return total
