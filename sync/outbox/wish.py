"""Wish for agreement: many causes, one open row per entity, in the transaction of the change that owes it."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

# While somebody works on the row, a first newer wish sets when the row is due after that work; else the earlier
# time wins. A row in back-off keeps its time: a wish must not turn the site's trouble into a storm. A running
# lease is never touched.
WISH = text(
    """
INSERT INTO outbox (shop_id, kind, key, reason, request_id, due_at)
SELECT shop_id, kind, key, reason, request_id, clock_timestamp() + make_interval(secs => after_s)
FROM unnest(CAST(:shop_ids AS bigint[]), CAST(:kinds AS text[]), CAST(:keys AS text[]), CAST(:reasons AS text[]),
            CAST(:after_s AS float8[]), CAST(:request_ids AS text[]))
    AS wish (shop_id, kind, key, reason, after_s, request_id)
ON CONFLICT (shop_id, kind, key) DO UPDATE SET
    version = outbox.version + 1,
    due_at = CASE
        WHEN outbox.state <> 'pending' THEN excluded.due_at
        WHEN outbox.lease_until > clock_timestamp() AND outbox.leased_version = outbox.version THEN excluded.due_at
        WHEN outbox.attempts > 0 AND outbox.lease_until IS NULL THEN outbox.due_at
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


@dataclass(frozen=True)
class Wish:
    """An agreement that is owed, due in `after_s` seconds. `kind` and `key` as in models.outbox."""

    shop_id: int
    kind: str
    key: str
    reason: str
    after_s: float = 0
    request_id: str | None = None


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
    wish_all(session, [Wish(shop_id, kind, str(key), reason, after_s, request_id)])


def wish_all(session: Session, wishes: Sequence[Wish]) -> None:
    """In one statement, the rows in order of their keys; no two may be for the same entity."""
    if not wishes:
        return
    columns = zip(*sorted(map(astuple, wishes)), strict=True)
    names = ("shop_ids", "kinds", "keys", "reasons", "after_s", "request_ids")
    session.execute(WISH, {name: list(column) for name, column in zip(names, columns, strict=True)})
