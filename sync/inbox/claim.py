"""Claim a batch of due entities, and count the attempt before the work, in a transaction of its own."""

from dataclasses import dataclass

from sqlalchemy import Engine, text

# By state and due time, never by id: ids are taken before they are committed. SKIP LOCKED in both places, so that
# two claimers never wait for one another. An entity that somebody is working is left to them, so that its events
# are not overtaken; a worker that dies gives it back when the time of its claim is over.
CLAIM = text(
    """
WITH head AS (
    SELECT shop_id, entity, bitrix_id FROM webhook_event e
    WHERE state = 'pending' AND due_at <= clock_timestamp() AND (attempts = 0) = :fresh
      AND NOT EXISTS (
        SELECT 1 FROM webhook_event busy
        WHERE busy.shop_id = e.shop_id AND busy.entity = e.entity AND busy.bitrix_id = e.bitrix_id
          AND busy.state = 'pending' AND busy.claimed_until > clock_timestamp())
    ORDER BY due_at, id LIMIT :limit FOR UPDATE SKIP LOCKED
), mine AS (
    SELECT e.id FROM webhook_event e
    JOIN (SELECT DISTINCT shop_id, entity, bitrix_id FROM head) h USING (shop_id, entity, bitrix_id)
    WHERE e.state = 'pending' AND e.due_at <= clock_timestamp() AND (e.attempts = 0) = :fresh
    ORDER BY e.id LIMIT :most FOR UPDATE OF e SKIP LOCKED
)
UPDATE webhook_event e
SET attempts = e.attempts + 1, claimed_until = clock_timestamp() + make_interval(secs => :claim_s)
FROM mine WHERE e.id = mine.id
RETURNING e.id, e.shop_id, e.entity, e.bitrix_id, e.attempts
"""
)


@dataclass(frozen=True)
class Entity:
    """An entity with events to work. `suspect`: some worker did not come back from one of them."""

    shop_id: int
    kind: str
    bitrix_id: int
    suspect: bool


def claim(engine: Engine, limit: int, claim_s: float) -> list[Entity]:
    """Entities whose events are now this worker's for `claim_s` seconds, the longest waiting first.

    Events that some worker took and did not finish come one at a time, so that a poisonous one does not use up
    the attempts of its neighbours, be they of its own entity.
    """
    return _claim(engine, limit, claim_s, fresh=True) or _claim(engine, 1, claim_s, fresh=False)


def _claim(engine: Engine, limit: int, claim_s: float, *, fresh: bool) -> list[Entity]:
    values = {"limit": limit, "most": None if fresh else 1, "claim_s": claim_s, "fresh": fresh}
    with engine.begin() as connection:
        rows = connection.execute(CLAIM, values).all()
    attempts: dict[tuple[int, str, int], int] = {}
    for row in sorted(rows, key=lambda row: row.id):
        key = (row.shop_id, row.entity, row.bitrix_id)
        attempts[key] = max(attempts.get(key, 0), row.attempts)
    return [Entity(*key, suspect=most > 1) for key, most in attempts.items()]
