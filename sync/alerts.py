"""What somebody must be told of: conditions judged from one look at the rows, each open once, until it is over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from sync.reconcile.runs import OVERTAKEN
from sync.standing import EVENT_WAITS_SINCE, longest

Detail = dict[str, Any]

# A *whole* run looked at everything of its kind. A dead letter is trouble until a whole run that began after it is
# done: from then on its entity agrees, or is listed as left. A plan is (kind, orders under way alone or not): the
# newest run of each says how it stands now; what is left only one that compared and was let repair can say.
SNAPSHOT = text(
    f"""
WITH mirrored AS (SELECT id, mirrored_since FROM shop WHERE mirrors_bitrix AND is_active),
ended AS (
    SELECT r.*, row_number() OVER (PARTITION BY shop_id, kind, active_only ORDER BY r.id DESC) AS age
    FROM reconcile_run r JOIN mirrored m ON m.id = r.shop_id
    WHERE kind <> 'all' AND phase IN ('done', 'incomplete', 'failed', 'halted')
      AND NOT dry_run AND since IS NULL AND ids IS NULL
),
success AS (
    SELECT shop_id, kind, max(started_at) AS began, max(finished_at) AS ended FROM ended
    WHERE phase = 'done' AND NOT active_only GROUP BY 1, 2
)
SELECT
    (SELECT coalesce(jsonb_object_agg(kind, amount), '{{}}') FROM (
        SELECT kind, sum((counts ->> 'left')::bigint) AS amount FROM (
            SELECT DISTINCT ON (shop_id, kind, active_only) kind, counts FROM ended
            WHERE phase IN ('done', 'incomplete') AND counts ? 'compared'
            ORDER BY shop_id, kind, active_only, id DESC) n
        WHERE (counts ->> 'left')::bigint > 0 GROUP BY 1) l) AS left_by_kind,
    (SELECT coalesce(jsonb_agg(r.id ORDER BY r.id), '[]') FROM reconcile_run r JOIN mirrored m ON m.id = r.shop_id
        WHERE r.phase = 'halted' AND r.kind <> 'all' AND NOT {OVERTAKEN}) AS halted,
    (SELECT coalesce(jsonb_agg(kind ORDER BY kind), '[]') FROM (
        SELECT DISTINCT kind FROM ended WHERE age <= 2 AND phase IN ('failed', 'incomplete')
        GROUP BY shop_id, kind, active_only HAVING count(*) = 2) f) AS failed_twice,
    (SELECT coalesce(jsonb_object_agg(kind, round(extract(epoch FROM clock_timestamp() - since))), '{{}}') FROM (
        SELECT k.kind, greatest(s.ended, m.mirrored_since) AS since FROM mirrored m
        CROSS JOIN (VALUES ('orders'), ('products')) k (kind)
        LEFT JOIN success s ON s.shop_id = m.id AND s.kind = k.kind) a) AS success_age_s,
    (SELECT count(*) FROM webhook_event e LEFT JOIN success s ON s.shop_id = e.shop_id AND s.kind = e.entity || 's'
        WHERE e.state = 'dead' AND (s.began IS NULL OR s.began <= coalesce(e.finished_at, e.received_at))
    ) AS dead_events,
    (SELECT count(*) FROM outbox o LEFT JOIN success s ON s.shop_id = o.shop_id
            AND s.kind = CASE o.kind WHEN 'product' THEN 'products' ELSE 'orders' END
        WHERE o.state = 'dead' AND (s.began IS NULL OR s.began <= coalesce(o.finished_at, o.wished_at))
    ) AS dead_debts,
    (SELECT {longest(EVENT_WAITS_SINCE)}::float FROM webhook_event WHERE state = 'pending') AS oldest_event_s
"""  # noqa: S608
)
OPEN = text(
    """
INSERT INTO alert (condition, detail) VALUES (:condition, :detail)
ON CONFLICT (condition) WHERE over_at IS NULL
DO UPDATE SET seen_at = clock_timestamp(), detail = excluded.detail
"""
).bindparams(bindparam("detail", type_=JSONB))
CLOSE = text(
    """
UPDATE alert SET over_at = clock_timestamp()
WHERE over_at IS NULL AND condition <> ALL(:holding)
  AND seen_at < clock_timestamp() - make_interval(secs => :quiet_s)
"""
)


@dataclass(frozen=True)
class Terms:
    """Seconds; see settings.Durations."""

    pending_s: float = 300
    no_success_s: float = 26 * 3600
    quiet_s: float = 300


@dataclass(frozen=True)
class Snapshot:
    """`success_age_s`: by kind, since the last whole run that is done, or since the shop is mirrored."""

    left_by_kind: Mapping[str, int]
    halted: list[int]
    failed_twice: list[str]
    success_age_s: Mapping[str, float]
    dead_events: int
    dead_debts: int
    oldest_event_s: float


@dataclass(frozen=True)
class Condition:
    """`text` is for people, in Russian, filled from the detail; `detail` is None where the condition does not hold.

    Details are numbers and kinds: nothing of them is secret or about a person.
    """

    name: str
    text: str
    detail: Callable[[Snapshot, Terms], Detail | None]


def _drift_left(seen: Snapshot, _terms: Terms) -> Detail | None:
    return {"left": dict(seen.left_by_kind)} if seen.left_by_kind else None


def _run_halted(seen: Snapshot, _terms: Terms) -> Detail | None:
    return {"runs": seen.halted} if seen.halted else None


def _run_failed_twice(seen: Snapshot, _terms: Terms) -> Detail | None:
    return {"kinds": seen.failed_twice} if seen.failed_twice else None


def _no_success(seen: Snapshot, terms: Terms) -> Detail | None:
    late = {kind: round(age / 3600, 1) for kind, age in seen.success_age_s.items() if age > terms.no_success_s}
    return {"hours": late} if late else None


def _dead_letters(seen: Snapshot, _terms: Terms) -> Detail | None:
    if not seen.dead_events + seen.dead_debts:
        return None
    return {"events": seen.dead_events, "debts": seen.dead_debts}


def _events_wait(seen: Snapshot, terms: Terms) -> Detail | None:
    return {"oldest_s": round(seen.oldest_event_s)} if seen.oldest_event_s > terms.pending_s else None


CONDITIONS = (
    Condition("drift_left", "после сверки остались неисправленные расхождения: {left}", _drift_left),
    Condition("run_halted", "сверка остановлена тормозом и ждёт решения, номера: {runs}", _run_halted),
    Condition("run_failed_twice", "сверка не удалась дважды подряд: {kinds}", _run_failed_twice),
    Condition("no_success_26h", "нет удачной полной сверки, часов: {hours}", _no_success),
    Condition("dead_letters", "не обработаны: событий {events}, долгов перед сайтом {debts}", _dead_letters),
    Condition("events_wait", "самое старое событие ждёт {oldest_s} с", _events_wait),
)


def look(session: Session) -> Snapshot:
    return Snapshot(**session.execute(SNAPSHOT).one()._mapping)


def troubles(seen: Snapshot, terms: Terms) -> dict[str, Detail]:
    """Which conditions hold, each with its numbers. Pure."""
    judged = {condition.name: condition.detail(seen, terms) for condition in CONDITIONS}
    return {name: detail for name, detail in judged.items() if detail is not None}


def note(session: Session, holding: Mapping[str, Detail], quiet_s: float) -> None:
    """Open what holds and is not open yet, and close what has not been seen for a while.

    The pause keeps a condition that comes and goes from being told again and again.
    """
    for condition, detail in holding.items():
        session.execute(OPEN, {"condition": condition, "detail": detail})
    session.execute(CLOSE, {"holding": list(holding), "quiet_s": quiet_s})
