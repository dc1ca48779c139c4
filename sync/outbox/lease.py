"""Take debts to work on, one entity per lease, and finish them only while the lease is still ours."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

MOST_CRASHES = 5  # a debt that killed this many workers in a row is dead

# A debt whose worker died before comes last (`fresh` is tried first), so that it cannot hold up the others.
CLAIM = text(
    """
WITH due AS (
    SELECT id FROM outbox
    WHERE state = 'pending' AND due_at <= clock_timestamp()
      AND (lease_until IS NULL OR lease_until <= clock_timestamp()) AND (crashes = 0) = :fresh
    ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
)
UPDATE outbox o SET
    in_doubt = in_doubt OR crashes > 0,
    state = CASE WHEN crashes >= :most_crashes THEN 'dead' ELSE state END,
    finished_at = CASE WHEN crashes >= :most_crashes THEN clock_timestamp() END,
    error = CASE WHEN crashes >= :most_crashes THEN 'its worker died ' || crashes || ' times' ELSE error END,
    attempts = attempts + 1, crashes = crashes + 1, leased_version = version,
    lease_until = CASE WHEN crashes < :most_crashes THEN clock_timestamp() + make_interval(secs => :lease_s) END,
    lease_token = CASE WHEN crashes < :most_crashes THEN gen_random_uuid() END
WHERE id = (SELECT id FROM due)
RETURNING o.id, o.shop_id, o.kind, o.key, o.state, o.attempts, o.lease_token, o.request_id, o.in_doubt
"""
)
HOLD = text(
    "SELECT 1 FROM outbox WHERE id = :id AND lease_token = :token AND lease_until > clock_timestamp() FOR UPDATE"
)
FINISH = text(
    """
UPDATE outbox SET
    state = CASE WHEN version = leased_version THEN 'settled' ELSE 'pending' END,
    finished_at = clock_timestamp(), wished_at = CASE WHEN version = leased_version THEN wished_at ELSE now() END,
    lease_until = NULL, lease_token = NULL, updated_at = now(),
    attempts = 0, crashes = 0, not_found = 0, in_doubt = false, error = NULL
WHERE id = :id AND lease_token = :token
"""
)
FAIL = text(
    """
UPDATE outbox SET
    state = CASE WHEN :permanent AND version = leased_version THEN 'dead' ELSE 'pending' END,
    finished_at = CASE WHEN :permanent AND version = leased_version THEN clock_timestamp() END,
    due_at = CASE WHEN version = leased_version OR NOT :permanent
        THEN GREATEST(due_at, clock_timestamp() + make_interval(secs => :after_s)) ELSE due_at END,
    attempts = attempts - CASE WHEN :counts THEN 0 ELSE 1 END,
    in_doubt = in_doubt OR :in_doubt,
    not_found = not_found + CASE WHEN :not_found THEN 1 ELSE 0 END,
    lease_until = NULL, lease_token = NULL, crashes = 0, error = :error, updated_at = now()
WHERE id = :id AND lease_token = :token
"""
)


class LeaseLost(Exception):
    """The lease ran out and the entity is somebody else's by now: nothing learnt may be recorded."""


@dataclass(frozen=True)
class Lease:
    """One entity to bring to agreement. `attempt` counts from 1.

    `in_doubt`: an earlier attempt may have written there (its answer was lost, or its worker died).
    """

    id: int
    shop_id: int
    kind: str
    key: str
    token: UUID
    attempt: int
    request_id: str | None
    in_doubt: bool = False


def claim(engine: Engine, lease_s: float) -> Lease | None:
    """The debt that waits longest, or None. The attempt is counted before the work, and committed."""
    return _claim(engine, lease_s, fresh=True) or _claim(engine, lease_s, fresh=False)


def _claim(engine: Engine, lease_s: float, *, fresh: bool) -> Lease | None:
    while True:
        values = {"lease_s": lease_s, "most_crashes": MOST_CRASHES, "fresh": fresh}
        with engine.begin() as connection:
            row = connection.execute(CLAIM, values).one_or_none()
        if row is None:
            return None
        if row.state == "pending":
            return Lease(
                row.id,
                row.shop_id,
                row.kind,
                row.key,
                row.lease_token,
                row.attempts,
                row.request_id,
                row.in_doubt,
            )


def hold(session: Session, lease: Lease) -> None:
    """Make sure that the lease is still ours, and stays so to the end of this transaction."""
    if session.execute(HOLD, {"id": lease.id, "token": lease.token}).one_or_none() is None:
        raise LeaseLost(f"{lease.kind} {lease.key}")


def finish(engine: Engine, lease: Lease) -> None:
    """Settled, unless somebody wished again meanwhile: then the row stays due."""
    with engine.begin() as connection:
        connection.execute(FINISH, {"id": lease.id, "token": lease.token})


def fail(
    engine: Engine,
    lease: Lease,
    error: str,
    *,
    permanent: bool = False,
    after_s: float = 0,
    counts: bool = True,
    not_found: bool = False,
    in_doubt: bool = False,
) -> None:
    """Back off for `after_s`, or lay a permanent failure aside as a dead letter (a newer wish still gets its try).

    `counts=False`: nothing was tried (the site is known to be down), so no attempt is used up.
    """
    values = {
        "id": lease.id,
        "token": lease.token,
        "error": error[:500],
        "permanent": permanent,
        "after_s": after_s,
        "counts": counts,
        "not_found": not_found,
        "in_doubt": in_doubt,
    }
    with engine.begin() as connection:
        connection.execute(FAIL, values)
