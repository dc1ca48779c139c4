"""How a shop stands with the site, in one look at the rows: what was compared, what waits, what failed."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

KINDS = ("orders", "products")
WAITS_S = 60  # what is due for longer than this stands between the two sides

# Only runs that looked at everything of their kind say anything about agreement. What was left by one is in doubt
# until a later one has left nothing.
COMPARED = text(
    """
WITH whole AS (
    SELECT r.*, r.phase = 'done' AND coalesce((r.counts ->> 'left')::bigint, 0) = 0 AS agreed FROM reconcile_run r
    WHERE r.shop_id = :shop_id AND r.kind = :kind AND r.finished_at IS NOT NULL AND r.phase <> 'stopped'
      AND NOT r.dry_run AND NOT r.active_only AND r.since IS NULL AND r.ids IS NULL
), done AS (SELECT * FROM whole WHERE phase = 'done' ORDER BY id DESC LIMIT 1)
SELECT done.id, done.finished_at, done.counts, done.agreed, (
    SELECT min(w.finished_at) FROM whole w
    WHERE w.agreed AND w.id > coalesce((SELECT max(b.id) FROM whole b WHERE b.phase = 'done' AND NOT b.agreed), 0)
) AS since
FROM done
"""
)
# Since when a pending row waits. What failed is pushed ahead again and again, and what is put off on purpose is not
# late yet: the one is as old as its arrival, the other as its due time.
EVENT_WAITS_SINCE = "CASE WHEN error IS NULL THEN due_at ELSE received_at END"
DEBT_WAITS_SINCE = "CASE WHEN error IS NULL THEN due_at ELSE wished_at END"


def longest(since: str) -> str:
    """Of the rows of a query, how many seconds the one that waits longest has waited; 0 where none does."""
    return f"greatest(0, extract(epoch FROM clock_timestamp() - min({since})))"


def waits(shop_id: str) -> str:
    """The look at one shop's rows; it is a parameter, or a column where many are looked at in one statement."""
    return f"""
SELECT
    (SELECT count(*) FROM webhook_event WHERE shop_id = {shop_id} AND state = 'pending') AS events,
    (SELECT count(*) FROM webhook_event WHERE shop_id = {shop_id} AND state = 'pending'
        AND due_at <= clock_timestamp()) AS events_due,
    (SELECT count(*) FROM webhook_event WHERE shop_id = {shop_id} AND state = 'parked') AS parked,
    (SELECT count(*) FROM webhook_event WHERE shop_id = {shop_id} AND state = 'dead') AS dead_events,
    (SELECT {longest(EVENT_WAITS_SINCE)} FROM webhook_event
        WHERE shop_id = {shop_id} AND state = 'pending') AS oldest_event_s,
    (SELECT count(*) FROM outbox WHERE shop_id = {shop_id} AND state = 'pending') AS debts,
    (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(wished_at)), 0) FROM outbox
        WHERE shop_id = {shop_id} AND state = 'pending') AS debt_age_s,
    (SELECT count(*) FROM outbox WHERE shop_id = {shop_id} AND state = 'pending'
        AND due_at <= clock_timestamp()) AS debts_due,
    (SELECT count(*) FROM outbox WHERE shop_id = {shop_id} AND state = 'dead') AS dead_debts,
    (SELECT count(*) FROM outbox WHERE shop_id = {shop_id} AND state = 'dead' AND kind = 'new_order'
        AND in_doubt) AS creations_in_doubt,
    (SELECT {longest(DEBT_WAITS_SINCE)} FROM outbox
        WHERE shop_id = {shop_id} AND state = 'pending') AS oldest_debt_s,
    (SELECT count(*) FROM sync_conflict WHERE shop_id = {shop_id} AND state = 'open') AS conflicts_open,
    (SELECT count(*) FROM sync_link WHERE shop_id = {shop_id} AND rejected <> '{{}}') AS rejected
"""  # noqa: S608


WAITING = text(waits(":shop_id"))


class Compared(NamedTuple):
    """The last whole run of a kind that is done, None where there is none. `agreed_since`: nothing left since."""

    scope: str
    run_id: int | None
    at: datetime | None
    agreed_since: datetime | None
    counts: dict[str, Any]


def compared(session: Session, shop_id: int) -> list[Compared]:
    found = []
    for kind in KINDS:
        row = session.execute(COMPARED, {"shop_id": shop_id, "kind": kind}).one_or_none()
        if row is None:
            found.append(Compared(kind, None, None, None, {}))
        else:
            found.append(Compared(kind, row.id, row.finished_at, row.since if row.agreed else None, row.counts))
    return found


def waiting(session: Session, shop_id: int) -> dict[str, Any]:
    """Counts of what waits and what was given up; ages in seconds."""
    row = session.execute(WAITING, {"shop_id": shop_id}).one()
    return {name: float(value) if name.endswith("_s") else value for name, value in row._mapping.items()}


def why_not(kinds: list[Compared], waits: dict[str, Any]) -> list[str]:
    """What keeps the two sides from being known to agree, as words; empty where nothing does. Pure."""
    said = [
        ("inbox_waits", waits["oldest_event_s"] > WAITS_S),
        ("outbox_waits", waits["oldest_debt_s"] > WAITS_S),
        ("dead_letters", waits["dead_events"] + waits["dead_debts"] > 0),
        ("imports_wait_for_a_creation", waits["creations_in_doubt"] > 0),
    ]
    for kind in kinds:
        said.append((f"{kind.scope}_unknown", kind.run_id is None))
        said.append((f"{kind.scope}_differ", kind.run_id is not None and kind.agreed_since is None))
    return [word for word, holds in said if holds]
