"""Take an entity's claimed events under its lock, and write down in one statement what became of them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from bitrix.backoff import delay
from sync.inbox.claim import Entity
from sync.outcome import Outcome
from sync.rules import Rules

# Only what a claim has counted: nothing else bounds how often an event may kill its worker.
TAKE = text(
    """
SELECT id, kind, payload, request_id, replayed, attempts, error FROM webhook_event
WHERE shop_id = :shop_id AND entity = :entity AND bitrix_id = :bitrix_id AND state = 'pending'
  AND claimed_until > clock_timestamp()
ORDER BY id LIMIT :limit FOR UPDATE
"""
)
FINISH = text(
    """
UPDATE webhook_event e
SET state = v.state, reason = v.reason, error = v.error, claimed_until = NULL,
    finished_at = CASE WHEN v.state IN ('pending', 'parked') THEN NULL ELSE clock_timestamp() END,
    due_at = clock_timestamp() + make_interval(secs => v.after_s)
FROM unnest(CAST(:ids AS bigint[]), CAST(:states AS text[]), CAST(:reasons AS text[]), CAST(:errors AS text[]),
            CAST(:after_s AS float8[])) AS v (id, state, reason, error, after_s)
WHERE e.id = v.id
"""
)


class Finished(NamedTuple):
    """What became of one event. `after_s` counts for `pending` alone: when it is tried again."""

    id: int
    state: str
    reason: str | None
    error: str | None
    after_s: float = 0

    @classmethod
    def of(cls, event: Row[Any], outcome: Outcome) -> "Finished":
        return cls(event.id, outcome.state, outcome.reason, None)

    @classmethod
    def later(cls, event: Row[Any], error: Exception, rules: Rules) -> "Finished":
        after_s = delay(event.attempts, base=rules.backoff_first_s, cap=rules.backoff_cap_s)
        return cls(event.id, "pending", None, describe(error), after_s)


def describe(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:500]


def gave_up(event: Row[Any], error: Exception | None = None) -> Finished:
    """A dead letter: it keeps its payload and never blocks its entity."""
    said = describe(error) if error else event.error
    return Finished(event.id, "dead", f"Gave up after {min(event.attempts, 5)} attempts", said)


def take_events(session: Session, entity: Entity, limit: int | None) -> Sequence[Row[Any]]:
    values = {
        "shop_id": entity.shop_id,
        "entity": entity.kind,
        "bitrix_id": entity.bitrix_id,
        "limit": limit,
    }
    return session.execute(TAKE, values).all()


def finish(session: Session, finished: Sequence[Finished]) -> None:
    columns = zip(*finished, strict=True)
    keys = ("ids", "states", "reasons", "errors", "after_s")
    session.execute(FINISH, {key: list(column) for key, column in zip(keys, columns, strict=True)})
