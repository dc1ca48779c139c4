"""Put finished events back into the queue, by an operator's hand."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

REPLAY = text(
    """
UPDATE webhook_event SET state = 'pending', replayed = true, attempts = 0, due_at = clock_timestamp(),
    reason = NULL, error = NULL, finished_at = NULL
WHERE id = ANY(:ids) AND state <> 'pending'
"""
)


def replay(session: Session, ids: Sequence[int]) -> int:
    """Queue these events again; one that is pending already is left. Returns how many were queued.

    A replay never applies anything older than what is there: such an event only makes its entity due.
    """
    return session.execute(REPLAY, {"ids": list(ids)}).rowcount  # type: ignore[attr-defined]
