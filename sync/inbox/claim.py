"""Claim a batch of due entities, and count the attempt before the work, in a transaction of its own."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine, text

from sync.locks import Key

MOST_EVENTS = 200  # of a batch, whose work must be over long before its claim is

# By state and due time, never by id: ids are taken before they are committed. SKIP LOCKED in both places, so that
# two claimers never wait for one another. An entity that somebody is working is left to them, so that its events
# are not overtaken; a worker that dies gives it back when the time of its claim is over.
#
# The planner believes that few events are pending and would look at all of them to sort them. A backlog is when
# that is wrong: without a sort it walks the index of what is due, and stops at the limit.
CLAIM = text(
    """
SET LOCAL enable_sort = off;
WITH head AS (
    SELECT shop_id, entity, bitrix_id FROM webhook_event e
    WHERE state = 'pending' AND due_at <= clock_timestamp() AND (attempts = 0) = :fresh
      AND NOT EXISTS (
        SELECT 1 FROM webhook_event busy
        WHERE busy.shop_id = e.shop_id AND busy.entity = e.entity AND busy.bitrix_id = e.bitrix_id
          AND busy.state = 'pending' AND busy.claimed_until > clock_timestamp())
    ORDER BY due_at, id LIMIT :limit FOR UPDATE SKIP LOCKED
), mine AS (
    SELECT e.id FROM (SELECT DISTINCT shop_id, entity, bitrix_id FROM head) h CROSS JOIN LATERAL (
        SELECT id FROM webhook_event
        WHERE shop_id = h.shop_id AND entity = h.entity AND bitrix_id = h.bitrix_id
          AND state = 'pending' AND due_at <= clock_timestamp() AND (attempts = 0) = :fresh
        ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED) e
    LIMIT :most
)
UPDATE webhook_event e
SET attempts = e.attempts + 1, claimed_until = now() + make_interval(secs => :claim_s)
FROM mine WHERE e.id = mine.id
RETURNING e.id, e.shop_id, e.entity, e.bitrix_id, e.claimed_until
"""
)


@dataclass(frozen=True)
class Entity:
    """An entity with events to work. `suspect`: some worker did not come back from one of them.

    `until` marks the claimed events as this worker's: whoever claims them after it has run out moves it.
    """

    shop_id: int
    kind: str
    bitrix_id: int
    suspect: bool
    until: datetime | None = field(default=None, compare=False)

    @property
    def key(self) -> Key:
        return self.shop_id, self.kind, self.bitrix_id


def claim(engine: Engine, limit: int, claim_s: float) -> list[Entity]:
    """Entities whose events are now this worker's for `claim_s` seconds, the longest waiting first.

    Events that some worker took and did not finish come one at a time, so that a poisonous one does not use up
    the attempts of its neighbours, be they of its own entity.
    """
    return _claim(engine, claim_s, limit, MOST_EVENTS, fresh=True) or _claim(engine, claim_s, 1, 1, fresh=False)


def _claim(engine: Engine, claim_s: float, limit: int, most: int, *, fresh: bool) -> list[Entity]:
    values = {"fresh": fresh, "limit": limit, "most": most, "claim_s": claim_s}
    with engine.begin() as connection:
        rows = sorted(connection.execute(CLAIM, values), key=lambda row: row.id)
    entities = (Entity(row.shop_id, row.entity, row.bitrix_id, not fresh, row.claimed_until) for row in rows)
    return list(dict.fromkeys(entities))
