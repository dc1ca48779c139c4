"""Give dead letters of the outbox another life, by an operator's hand."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

RETRY = text(
    """
UPDATE outbox SET state = 'pending', due_at = clock_timestamp(), attempts = 0, crashes = 0, not_found = 0,
    in_doubt = in_doubt OR crashes > 0, finished_at = NULL, version = version + 1
WHERE id = ANY(:ids) AND (lease_until IS NULL OR lease_until <= clock_timestamp())
"""
)


def retry(session: Session, ids: Sequence[int]) -> int:
    """Make these rows due now, dead or in back-off; a row that is being worked is left. Returns how many."""
    return session.execute(RETRY, {"ids": list(ids)}).rowcount  # type: ignore[attr-defined]
