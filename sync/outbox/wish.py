"""Wish for agreement: many causes, one open row per entity, in the transaction of the change that owes it."""

from sqlalchemy import text
from sqlalchemy.orm import Session

# While somebody works on the row, a first newer wish sets when the row is due after that work; else the earlier
# time wins. A row in back-off keeps its time: a wish must not turn the site's trouble into a storm. A running
# lease is never touched.
WISH = text(
    """
INSERT INTO outbox (shop_id, kind, key, reason, request_id, due_at)
VALUES (:shop_id, :kind, :key, :reason, :request_id, clock_timestamp() + make_interval(secs => :after_s))
ON CONFLICT (shop_id, kind, key) DO UPDATE SET
    version = outbox.version + 1,
    due_at = CASE
        WHEN outbox.state <> 'pending' THEN excluded.due_at
        WHEN outbox.lease_until > clock_timestamp() AND outbox.leased_version = outbox.version THEN excluded.due_at
        WHEN outbox.attempts > 0 AND outbox.lease_until IS NULL THEN GREATEST(outbox.due_at, excluded.due_at)
        ELSE LEAST(outbox.due_at, excluded.due_at) END,
    attempts = CASE WHEN outbox.state = 'pending' THEN outbox.attempts ELSE 0 END,
    crashes = CASE WHEN outbox.state = 'pending' THEN outbox.crashes ELSE 0 END,
    not_found = CASE WHEN outbox.state = 'pending' THEN outbox.not_found ELSE 0 END,
    wished_at = CASE WHEN outbox.state = 'pending' THEN outbox.wished_at ELSE clock_timestamp() END,
    error = CASE WHEN outbox.state = 'pending' THEN outbox.error ELSE NULL END,
    finished_at = CASE WHEN outbox.state = 'pending' THEN outbox.finished_at ELSE NULL END,
    state = 'pending', reason = excluded.reason, request_id = excluded.request_id, updated_at = now()
"""
)


def wish(
    session: Session,
    shop_id: int,
    kind: str,
    key: object,
    reason: str,
    *,
    after_s: float = 0,
    request_id: str | None = None,
) -> None:
    """Owe an agreement, due in `after_s` seconds. `kind` and `key` as in models.outbox."""
    session.execute(
        WISH,
        {
            "shop_id": shop_id,
            "kind": kind,
            "key": str(key),
            "reason": reason,
            "request_id": request_id,
            "after_s": after_s,
        },
    )
