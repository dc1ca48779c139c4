"""Keep how the mirrored shops and the site stood in a minute; sync.trends draws it."""

from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from bitrix.calls import Minute
from sync.standing import waits

# A minute that has its row keeps it. A debt is as old as its wish: while the site is down nothing of it is due.
KEEP = text(
    f"""
INSERT INTO sync_sample (shop_id, at, outbox_pending, outbox_oldest_s, inbox_oldest_s, dead,
                         site_calls, site_failed, site_seconds, breaker)
SELECT s.id, :at, w.debts, w.debt_age_s, w.oldest_event_s,
       w.dead_events + w.dead_debts, :calls, :failed, :seconds, :breaker
FROM shop s CROSS JOIN LATERAL ({waits("s.id")}) w
WHERE s.mirrors_bitrix AND s.is_active
ON CONFLICT DO NOTHING
"""  # noqa: S608
)
NOT_KNOWN = dict.fromkeys(("calls", "failed", "seconds", "breaker"))


def keep(session: Session, minute: datetime, calls: Minute | None, breaker: str) -> None:
    """`calls` are the minute's, None where nobody knows them: then `breaker` is but one process's guess."""
    known: dict[str, Any] = NOT_KNOWN
    if calls is not None:
        known = {
            "calls": calls.answered + calls.failed,
            "failed": calls.failed,
            "seconds": calls.seconds,
            "breaker": "open" if calls.turned_away else breaker,
        }
    session.execute(KEEP, {"at": minute, **known})
