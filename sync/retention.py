"""Keep the tables bounded: finished rows go after a while, names and phones in what is kept sooner."""

from typing import Any

from sqlalchemy import Engine, TextClause, text

BATCH = 5000
# The last run of each sort that is done stays: the next one is measured by it. With it stays the run it is part of.
OLD_RUNS = """
    SELECT r.id FROM reconcile_run r
    WHERE r.finished_at < clock_timestamp() - make_interval(days => :days)
      AND coalesce(r.parent_id, r.id) NOT IN (
        SELECT coalesce(k.parent_id, k.id) FROM reconcile_run k WHERE k.id IN (
            SELECT max(id) FROM reconcile_run WHERE phase = 'done' AND NOT dry_run
            GROUP BY shop_id, kind, plan, active_only, since IS NULL AND ids IS NULL))
"""
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
    "reconcile_drift": text(
        f"""
DELETE FROM reconcile_drift WHERE (run_id, id) IN (
    SELECT run_id, id FROM reconcile_drift WHERE run_id IN ({OLD_RUNS}) LIMIT :batch)
"""  # noqa: S608
    ),
    "reconcile_run": text(f"DELETE FROM reconcile_run WHERE id IN ({OLD_RUNS} LIMIT :batch)"),  # noqa: S608
    "alert": text(
        """
DELETE FROM alert WHERE id IN (
    SELECT id FROM alert WHERE over_at < clock_timestamp() - make_interval(days => :days) LIMIT :batch)
"""
    ),
}
# What has a time of its own, whatever the rest is kept for.
AUDIT_DAYS, ANSWER_DAYS, SAMPLE_DAYS = 365, 1, 35
FORGET_AUDIT = text(
    """
DELETE FROM audit_entry WHERE id IN (
    SELECT id FROM audit_entry WHERE at < clock_timestamp() - make_interval(days => :days) LIMIT :batch)
"""
)
FORGET_ANSWERS = text(
    """
DELETE FROM idempotency_key WHERE id IN (
    SELECT id FROM idempotency_key WHERE created_at < clock_timestamp() - make_interval(days => :days)
    LIMIT :batch FOR UPDATE SKIP LOCKED)
"""
)
FORGET_SAMPLES = text(
    """
DELETE FROM sync_sample WHERE id IN (
    SELECT id FROM sync_sample WHERE at < clock_timestamp() - make_interval(days => :days) LIMIT :batch)
"""
)
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


PEOPLE = ("sender_name", "sender_phone", "recipient_name", "recipient_phone", "address")
ANONYMISE_DRIFT = text(
    """
UPDATE reconcile_drift SET ours = NULL, theirs = NULL
WHERE (run_id, id) IN (
    SELECT run_id, id FROM reconcile_drift
    WHERE entity = 'order' AND field = ANY(:people) AND (ours IS NOT NULL OR theirs IS NOT NULL)
      AND found_at < clock_timestamp() - make_interval(days => :days) LIMIT :batch)
"""
)
# What a run has read goes with its end; this is for runs that did not end in the usual way.
STAGING = text(
    """
SELECT c.relname FROM pg_class c
LEFT JOIN reconcile_run r ON r.id = substring(c.relname FROM '[0-9]+$')::bigint
WHERE c.relkind = 'r' AND c.relname ~ '^reconcile_staging_[0-9]{1,18}$' AND pg_table_is_visible(c.oid)
  AND (r.id IS NULL OR r.phase IN ('done', 'incomplete', 'failed', 'stopped', 'halted'))
"""
)


def anonymise(engine: Engine, days: int) -> int:
    """Take names, phones and notes out of payloads and drift older than this many days; returns how many rows."""
    payloads = _in_batches(engine, ANONYMISE, {"days": days, "needed": list(NEEDED)})
    return payloads + _in_batches(engine, ANONYMISE_DRIFT, {"days": days, "people": list(PEOPLE)})


def drop_staging(engine: Engine) -> int:
    """Drop what runs have read and nobody needs any more; returns how many tables."""
    with engine.connect() as connection:
        names = connection.execute(STAGING).scalars().all()
    for name in names:
        with engine.begin() as connection:
            connection.execute(text(f"DROP TABLE IF EXISTS {name}"))
    return len(names)


def forget(engine: Engine, days: int) -> dict[str, int]:
    """Delete finished rows older than this many days, batch by batch; rows deleted per table."""
    return {table: _in_batches(engine, statement, {"days": days}) for table, statement in FORGET.items()}


def forget_audit(engine: Engine) -> int:
    """Delete what was changed by whom over a year ago; returns how many rows."""
    return _in_batches(engine, FORGET_AUDIT, {"days": AUDIT_DAYS})


def forget_answers(engine: Engine) -> int:
    """Delete answers to requests with an `Idempotency-Key` that count no more; returns how many rows."""
    return _in_batches(engine, FORGET_ANSWERS, {"days": ANSWER_DAYS})


def forget_samples(engine: Engine) -> int:
    """Delete what is older than the longest chart shows; returns how many rows."""
    return _in_batches(engine, FORGET_SAMPLES, {"days": SAMPLE_DAYS})


def _in_batches(engine: Engine, statement: TextClause, values: dict[str, Any]) -> int:
    total = 0
    while True:
        with engine.begin() as connection:
            count = connection.execute(statement, values | {"batch": BATCH}).rowcount
        total += count
        if count < BATCH:
            return total
