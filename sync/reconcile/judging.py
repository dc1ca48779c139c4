"""What `sync.reconcile.drift` says of one entity, said of a whole set by one statement.

A property test holds the two to the same words. Whether a write in doubt has landed is not for SQL to tell: such a
field has the verdict `in_doubt`, and is judged by sync.plan.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, text

from models import ReconcileRun
from models.reconcile_drift import LISTED_KINDS
from sync.fields import Field
from sync.orders.values import COLUMNS
from sync.reconcile.staging import table
from sync.rules import Rules

BATCH = 200  # entities in doubt that are in memory at once
ALIVE = "r.id IS NOT NULL AND r.deleted_at IS NULL"  # else the tombstone answers for it
MEANING = "CAST(:meaning AS jsonb) ->> "  # of a code of the site's


class Side(NamedTuple):
    """A table of ours: its values by field, as JSON; which fields an import needs; and where a status moved without
    the site: it has no other trace than that the site's meant another."""

    table: str
    ours: Mapping[str, str]
    needed: tuple[str, ...]
    status_ahead: str = "false"


def _value(column: str) -> str:
    return f"coalesce(to_jsonb({column}), 'null')"


def _filled(column: str) -> str:
    """An empty text of ours is none."""
    return _value(f"nullif({column}, '')")


SIDES = {
    "products": Side(
        table="product",
        ours={
            **{name: _value(f"r.{name}") for name in ("name", "price", "enabled", "type", "width", "height")},
            **{name: _filled(f"r.{name}") for name in ("image", "description")},
            "images": """coalesce((SELECT jsonb_agg(i.url ORDER BY i.position)
                FROM product_image i WHERE i.product_id = r.id), '[]')""",
        },
        needed=("name", "price"),
    ),
    "orders": Side(
        table='"order"',
        ours={
            **{name: _filled(f"r.{column}") for name, column in COLUMNS.items()},
            "date": _value("r.delivery_date"),
            "status": f"""to_jsonb(CASE r.status WHEN {MEANING}r.bitrix_status THEN r.bitrix_status
                WHEN {MEANING}(t.said ->> 'status') THEN t.said ->> 'status' ELSE r.status END)""",
            "items": """coalesce((
                SELECT jsonb_agg(jsonb_build_array(i.name, i.quantity, i.price)
                                 ORDER BY i.name COLLATE "C", i.quantity, i.price)
                FROM order_item i WHERE i.order_id = r.id), '[]')""",
        },
        needed=("status",),
        status_ahead="r.status IS DISTINCT FROM s.meant",
    ),
}
# A list says *cancelled* for RF and UN alike: the code we know stands where it means the same.
THEIRS = {
    "status": f"""CASE WHEN t.said ->> 'status' <> '' AND r.bitrix_status <> ''
        AND {MEANING}(t.said ->> 'status') IS NOT DISTINCT FROM {MEANING}r.bitrix_status
        THEN to_jsonb(r.bitrix_status) ELSE t.said -> 'status' END"""
}
UNDER_WAY = """JOIN "order" r ON r.id = l.local_id
        AND r.status IN ('new', 'paid', 'accepted', 'assembled', 'in_delivery')"""

# Whether a row has moved on either side, its own copy of the link tells: the links, ten times as wide, are only
# counted off. What the planner cannot know: few rows leave the join, no two are alike, and to compile takes longer.
CANDIDATES = """
SET LOCAL work_mem = '64MB'; SET LOCAL parallel_tuple_cost = 0; SET LOCAL enable_memoize = off; SET LOCAL jit = off;
CREATE TEMPORARY TABLE reconcile_candidate ON COMMIT DROP AS
SELECT s.bitrix_id, s.ctid AS staged
FROM {staging} s LEFT JOIN {row} r ON r.id = s.local_id
WHERE s.theirs_hash IS NULL
   OR s.local_id IS NOT NULL AND (s.hash <> s.theirs_hash OR r.content_hash <> s.ours_hash
                                  OR s.unsettled OR {status_ahead} OR s.rejected IS NOT NULL)
UNION ALL
SELECT l.bitrix_id, NULL FROM sync_link l {in_scope}
WHERE l.shop_id = :shop_id AND l.kind = :kind
  AND NOT EXISTS (SELECT FROM {staging} s WHERE s.bitrix_id = l.bitrix_id)
"""
# What of each candidate is to be judged, and its link with it as it is by now. One that differs in nothing is one
# line too.
LINES = """
SELECT c.bitrix_id, l.local_id, c.staged IS NULL AS absent, d.*
FROM reconcile_candidate c
LEFT JOIN LATERAL (SELECT * FROM {staging} WHERE ctid = c.staged OFFSET 0) s ON true
LEFT JOIN LATERAL (SELECT * FROM sync_link
                   WHERE shop_id = :shop_id AND kind = :kind AND bitrix_id = c.bitrix_id OFFSET 0) l ON true
LEFT JOIN LATERAL (SELECT * FROM {row} WHERE id = l.local_id OFFSET 0) r ON true
CROSS JOIN LATERAL (SELECT {said} AS said OFFSET 0) t
LEFT JOIN LATERAL ({unknown_here} UNION ALL {unlisted} UNION ALL {as_a_whole} UNION ALL {by_field}) d
    ON d.kind IS NOT NULL
    AND (CAST(:since AS timestamptz) IS NULL OR s.created >= :since OR l.updated_at >= :since)
    AND (CAST(:ids AS bigint[]) IS NULL OR c.bitrix_id = ANY(:ids))
WHERE c.staged IS NOT NULL OR l.local_id IS NOT NULL
"""
# A row that was not parsed says what the link remembers of the site.
SAID = """coalesce(s."values", (
    SELECT jsonb_object_agg(key, value -> 'theirs') FROM jsonb_each(l.base) WHERE value ? 'theirs'), '{}')"""
UNKNOWN_HERE = """
SELECT 'missing_here' AS kind, NULL AS field, NULL::jsonb AS ours, NULL::jsonb AS theirs, NULL AS reason
WHERE l.id IS NULL AND t.said ?& CAST(:needed AS text[])
UNION ALL
SELECT CASE name WHEN 'status' THEN 'unknown_status' ELSE 'rejected' END, name, NULL, NULL,
       coalesce(s.rejected ->> name, name || ': not sent')
FROM unnest(CAST(:needed AS text[])) name WHERE l.id IS NULL AND NOT t.said ? name
"""
# Where only orders under way were read, one that is not among them has most likely been delivered.
UNLISTED = f"""
SELECT CASE WHEN l.state = 'gone_there' THEN 'gone_there' WHEN l.rejected ? 'status' THEN 'unknown_status'
            WHEN :whole THEN CASE WHEN :active_only THEN 'theirs_moved' ELSE 'missing_there' END END,
       CASE WHEN l.state <> 'gone_there' AND (l.rejected ? 'status' OR :active_only) THEN 'status' END, NULL, NULL,
       CASE WHEN l.state = 'gone_there' THEN 'the site answered 404 for it'
            WHEN l.rejected ? 'status' THEN l.rejected ->> 'status'
            WHEN :active_only THEN 'it left the lists of orders under way' END
WHERE c.staged IS NULL AND {ALIVE}
"""
AS_A_WHOLE = f"""
SELECT 'theirs_moved', NULL, NULL, NULL, 'it is there again'
WHERE c.staged IS NOT NULL AND l.state = 'gone_there' AND {ALIVE}
UNION ALL
SELECT CASE key WHEN 'status' THEN 'unknown_status' ELSE 'rejected' END, key, NULL, NULL, value
FROM jsonb_each_text(s.rejected) WHERE s.rejected IS NOT NULL AND {ALIVE}
"""
EMPTY = """('null', '""', '[]')"""
# The table of sync.plan.decide.
BY_FIELD = """
SELECT CASE
    WHEN f.theirs IS NULL OR f.pushed THEN CASE
        WHEN f.ours <> f.memory -> 'ours' OR f.pushed AND f.memory -> 'ours' IS NULL AND f.ours NOT IN {empty}
        THEN f.carried END
    WHEN f.memory ? 'sent' THEN 'in_doubt'
    WHEN f.memory -> 'ours' IS NULL THEN CASE
        WHEN f.ours IN {empty} THEN 'theirs_moved'
        WHEN f.theirs IN {empty} THEN f.carried
        ELSE 'no_base' END
    WHEN f.theirs IS DISTINCT FROM f.memory -> 'theirs' THEN
        CASE WHEN f.ours = f.memory -> 'ours' THEN 'theirs_moved' ELSE 'both_moved' END
    WHEN f.ours <> f.memory -> 'ours' THEN f.carried
    END, f.field, f.ours, f.theirs, NULL
FROM ({each}) f
"""
OF_FIELD = """
SELECT '{name}' AS field, {pushed} AS pushed, '{carried}' AS carried, {ours} AS ours, {theirs} AS theirs,
       l.base -> '{name}' AS memory
WHERE c.staged IS NOT NULL AND {alive} AND ({pushed} OR {ours} IS DISTINCT FROM {theirs})
  AND (s.rejected ? '{name}') IS NOT TRUE
"""
# One round trip, and no table between what is judged and what is written.
WRITTEN = """
WITH line AS MATERIALIZED ({lines}),
written AS (
    INSERT INTO reconcile_drift (run_id, entity, bitrix_id, local_id, kind, field, ours, theirs, reason, state)
    SELECT :run_id, :kind, bitrix_id, local_id, kind, field, nullif(ours, 'null'), nullif(theirs, 'null'), reason,
           CASE WHEN kind = ANY(:listed)
                AND NOT (kind = 'unknown_status' AND absent AND :whole AND NOT :active_only)
           THEN 'listed' ELSE 'found' END
    FROM line WHERE kind <> 'in_doubt' ORDER BY bitrix_id)
SELECT count(*) FILTER (WHERE absent),
       array_agg(bitrix_id) FILTER (WHERE kind = 'in_doubt'), array_agg(field) FILTER (WHERE kind = 'in_doubt')
FROM line
"""
IN_DOUBT = """
SELECT c.bitrix_id, c.fields, l.local_id, l.state, l.base, s.rejected, {said} AS said
FROM (SELECT bitrix_id, array_agg(field) AS fields
      FROM unnest(CAST(:bitrix_ids AS bigint[]), CAST(:fields AS text[])) line (bitrix_id, field) GROUP BY 1) c
JOIN {staging} s USING (bitrix_id)
JOIN sync_link l ON l.shop_id = :shop_id AND l.kind = :kind AND l.bitrix_id = c.bitrix_id
ORDER BY 1
"""


class Judged(NamedTuple):
    """How many entities the site did not list; of whom it is for `in_doubt` to tell, one entry for each field."""

    absent: int = 0
    bitrix_ids: Sequence[int] | None = None
    fields: Sequence[str] | None = None


def judge(connection: Connection, run: ReconcileRun, rules: Rules, *, whole: bool) -> Judged:
    """Write every difference but those in doubt as a row of drift. `whole`: what was not read is not there."""
    if not connection.execute(text(_candidates(run)), _of_shop(run)).rowcount:
        return Judged()
    values = {
        "run_id": run.id,
        "whole": whole,
        "active_only": run.active_only,
        "since": run.since,
        "ids": run.ids,
        "needed": list(SIDES[run.kind].needed),
        "meaning": json.dumps(rules.statuses.meaning()),
        "listed": list(LISTED_KINDS),
    }
    written = text(WRITTEN.format(lines=_lines(run, rules)))
    return Judged(*connection.execute(written, _of_shop(run) | values).one())


def in_doubt(connection: Connection, run: ReconcileRun, judged: Judged) -> Iterator[Sequence[Row[Any]]]:
    """Entities with the `fields` that nobody could tell of. Through a cursor of the server's, so that memory grows
    by ids alone.
    """
    if not judged.bitrix_ids:
        return
    found = text(IN_DOUBT.format(staging=table(run.id), said=SAID))
    values = _of_shop(run) | {"bitrix_ids": judged.bitrix_ids, "fields": judged.fields}
    doubtful = connection.execute(found, values, execution_options={"yield_per": BATCH})
    yield from doubtful.partitions(BATCH)


def _of_shop(run: ReconcileRun) -> dict[str, Any]:
    return {"shop_id": run.shop_id, "kind": run.kind.removesuffix("s")}


def _candidates(run: ReconcileRun) -> str:
    side = SIDES[run.kind]
    return CANDIDATES.format(
        staging=table(run.id),
        row=side.table,
        status_ahead=side.status_ahead,
        in_scope=UNDER_WAY if run.active_only else "",
    )


def _lines(run: ReconcileRun, rules: Rules) -> str:
    side = SIDES[run.kind]
    fields = rules.order_fields if run.kind == "orders" else rules.product_fields
    each = " UNION ALL ".join(_of_field(side, field) for field in fields)
    return LINES.format(
        staging=table(run.id),
        row=side.table,
        said=SAID,
        unknown_here=UNKNOWN_HERE,
        unlisted=UNLISTED,
        as_a_whole=AS_A_WHOLE,
        by_field=BY_FIELD.format(each=each, empty=EMPTY),
    )


def _of_field(side: Side, field: Field) -> str:
    ahead = "status_ahead" if field.name == "status" else "by_hand"
    return OF_FIELD.format(
        name=field.name,
        pushed=field.direction == "push",
        carried=ahead if field.direction == "take" else "ours_moved",
        ours=side.ours[field.name],
        theirs=THEIRS.get(field.name, f"t.said -> '{field.name}'"),
        alive=ALIVE,
    )
