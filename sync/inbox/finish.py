"""Take entities' claimed events under their locks, and write down in one statement what became of them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from bitrix.backoff import delay
from sync.inbox.claim import Entity
from sync.locks import Key
from sync.outcome import Outcome
from sync.rules import Rules

# Only what a claim has counted: nothing else bounds how often an event may kill its worker. This worker's own claim
# is good for that also when it has run out: a stall makes no suspects where nobody was faster.
TAKE = text(
    """
SELECT e.id, e.shop_id, e.entity, e.bitrix_id, e.kind, e.payload, e.request_id, e.replayed, e.attempts, e.error
FROM unnest(CAST(:shop_ids AS bigint[]), CAST(:kinds AS text[]), CAST(:bitrix_ids AS bigint[]))
    AS locked (shop_id, entity, bitrix_id)
JOIN webhook_event e USING (shop_id, entity, bitrix_id)
WHERE e.state = 'pending' AND (e.claimed_until > clock_timestamp() OR e.claimed_until = :until)
ORDER BY e.id FOR UPDATE OF e
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


def take_events(session: Session, entities: Sequence[Entity]) -> dict[Key, list[Row[Any]]]:
    """The events of each of these entities, all of one claim, in the order of their receipt."""
    shop_ids, kinds, bitrix_ids = zip(*(entity.key for entity in entities), strict=True)
    until = entities[0].until
    values = {"shop_ids": [*shop_ids], "kinds": [*kinds], "bitrix_ids": [*bitrix_ids], "until": until}
    taken: dict[Key, list[Row[Any]]] = {}
    for row in session.execute(TAKE, values):
        taken.setdefault((row.shop_id, row.entity, row.bitrix_id), []).append(row)
    return taken


def finish(session: Session, finished: Sequence[Finished]) -> None:
    if not finished:
        return
    columns = zip(*finished, strict=True)
    keys = ("ids", "states", "reasons", "errors", "after_s")
    session.execute(FINISH, {key: list(column) for key, column in zip(keys, columns, strict=True)})
