"""How the last hour, day or month went, in even buckets: few numbers, however many rows there are."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from models.sync_sample import BREAKER

WINDOWS = {  # name: (window, bucket)
    "1h": (timedelta(hours=1), timedelta(minutes=1)),
    "24h": (timedelta(days=1), timedelta(minutes=15)),
    "30d": (timedelta(days=30), timedelta(hours=6)),
}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

BUCKETS = text(
    """
SELECT at FROM generate_series(
    date_bin(:step, now() - :window + :step, :epoch), now(), :step) at
"""
)
OUTCOMES = text(
    """
SELECT date_bin(:step, received_at, :epoch) AS at, state, count(*) AS events FROM webhook_event
WHERE shop_id = :shop_id AND received_at >= :start AND received_at < :end GROUP BY 1, 2
"""
)
# A replayed event was received long ago; that says nothing of how fast we are.
LATENCY = text(
    """
SELECT at, took[1] AS p50, took[2] AS p95 FROM (
    SELECT date_bin(:step, received_at, :epoch) AS at, percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (
        ORDER BY extract(epoch FROM finished_at - received_at)) AS took
    FROM webhook_event
    WHERE shop_id = :shop_id AND received_at >= :start AND received_at < :end AND state = 'applied' AND NOT replayed
      AND finished_at IS NOT NULL
    GROUP BY 1) took
"""
)
WAITED_BEFORE = text(
    """
SELECT count(*) FROM webhook_event
WHERE shop_id = :shop_id AND received_at < :start AND (finished_at >= :start OR state IN ('pending', 'parked'))
"""
)
FINISHED = text(
    """
SELECT date_bin(:step, finished_at, :epoch) AS at, count(*) AS events FROM webhook_event
WHERE shop_id = :shop_id AND finished_at >= :start AND finished_at < :end
  AND state NOT IN ('pending', 'parked') GROUP BY 1
"""
)
SETTLED = text(
    """
SELECT date_bin(:step, finished_at, :epoch) AS at, count(*) AS entities FROM outbox
WHERE shop_id = :shop_id AND finished_at >= :start AND finished_at < :end AND state = 'settled' GROUP BY 1
"""
)
DRIFT = text(
    """
SELECT date_bin(:step, finished_at, :epoch) AS at, sum((counts ->> 'found')::bigint)::bigint AS found,
    sum((counts ->> 'repaired')::bigint)::bigint AS repaired, sum((counts ->> 'left')::bigint)::bigint AS left
FROM reconcile_run
WHERE shop_id = :shop_id AND finished_at >= :start AND finished_at < :end
  AND kind <> 'all' AND NOT dry_run GROUP BY 1
"""
)
# Peaks, for an average over hours hides the bad minute; and the mean over all calls that were answered.
SAMPLES = text(
    """
SELECT date_bin(:step, at, :epoch) AS at, count(*) AS sampled, max(outbox_pending) AS outbox_pending,
    max(outbox_oldest_s) AS outbox_oldest_s, max(inbox_oldest_s) AS inbox_oldest_s, max(dead) AS dead,
    sum(site_calls)::bigint AS site_calls, sum(site_failed)::bigint AS site_failed,
    sum(site_seconds) / nullif(sum(site_calls) - sum(site_failed), 0)::float AS site_mean_s,
    jsonb_build_object('closed', count(*) FILTER (WHERE breaker = 'closed'),
        'half_open', count(*) FILTER (WHERE breaker = 'half_open'),
        'open', count(*) FILTER (WHERE breaker = 'open')) AS breaker
FROM sync_sample WHERE shop_id = :shop_id AND at >= :start AND at < :end GROUP BY 1
"""
)
NOT_SAMPLED = {
    **dict.fromkeys(("outbox_pending", "outbox_oldest_s", "inbox_oldest_s", "dead")),
    **dict.fromkeys(("site_calls", "site_failed", "site_mean_s")),
    "sampled": 0,
    "breaker": dict.fromkeys(BREAKER, 0),
}


def trends(session: Session, shop_id: int, window: str) -> list[dict[str, Any]]:
    """Buckets, oldest first, the last one not over yet; see web.schemas.sync.stats for what is in them.

    `window` is a name of WINDOWS. Seconds where a name ends in _s.
    """
    length, step = WINDOWS[window]
    values: dict[str, Any] = {"shop_id": shop_id, "window": length, "step": step, "epoch": EPOCH}
    buckets = {row.at: _empty(row.at) for row in session.execute(BUCKETS, values)}
    values |= {"start": min(buckets), "end": max(buckets) + step}
    for row in session.execute(OUTCOMES, values):
        buckets[row.at]["webhooks"][row.state] = row.events
    for row in session.execute(LATENCY, values):
        buckets[row.at] |= {"applied_p50_s": round(row.p50, 3), "applied_p95_s": round(row.p95, 3)}
    for row in session.execute(SETTLED, values):
        buckets[row.at]["settled"] = row.entities
    for row in session.execute(DRIFT, values):
        buckets[row.at]["drift"] = {"found": row.found or 0, "repaired": row.repaired or 0, "left": row.left or 0}
    for row in session.execute(SAMPLES, values):
        buckets[row.at] |= row._mapping
    finished = {row.at: row.events for row in session.execute(FINISHED, values)}
    return _with_backlog(list(buckets.values()), finished, session.execute(WAITED_BEFORE, values).scalar_one())


def _empty(at: datetime) -> dict[str, Any]:
    nothing = {"found": 0, "repaired": 0, "left": 0}
    happened = {"webhooks": {}, "applied_p50_s": None, "applied_p95_s": None, "settled": 0, "drift": nothing}
    return {"at": at, **happened, **NOT_SAMPLED}


def _with_backlog(
    buckets: list[dict[str, Any]], finished: dict[datetime, int], waiting: int
) -> list[dict[str, Any]]:
    """Events that waited at the end of each bucket: those before, and what came less what was finished."""
    for bucket in buckets:
        waiting += sum(bucket["webhooks"].values()) - finished.get(bucket["at"], 0)
        bucket["inbox_waiting"] = max(0, waiting)
    return buckets
