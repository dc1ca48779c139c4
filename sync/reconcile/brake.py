"""A bug or an empty page must not be able to disable a shop: too much at once waits for a person."""

from dataclasses import dataclass

from sqlalchemy import Connection, text

from models import ReconcileRun

FEWEST_ABSENCES, SHARE_OF_ABSENCES = 3, 0.02
FEWEST_OVERWRITES, SHARE_OF_OVERWRITES = 20, 0.20
TO_OURS = ("theirs_moved", "both_moved", "no_base")
TO_THEIRS = ("ours_moved",)

# Over a day and all runs of the kind: many small bites are one big one.
COUNTED = text(
    """
SELECT count(*) FILTER (WHERE absent) AS absences, count(*) FILTER (WHERE to_ours) AS to_ours,
    count(*) FILTER (WHERE to_theirs) AS to_theirs, count(*) FILTER (WHERE overwritten_now) AS overwrites_now,
    NOT EXISTS (
        SELECT 1 FROM reconcile_run WHERE shop_id = :shop_id AND kind = :kind AND id <> :run_id AND NOT dry_run
        AND (phase = 'done' OR approved_at IS NOT NULL)) AS first_run,
    (SELECT (counts ->> 'read')::bigint FROM reconcile_run
     WHERE shop_id = :shop_id AND kind = :kind AND complete AND phase = 'done' AND id < :run_id AND NOT active_only
       AND NOT dry_run AND since IS NULL AND ids IS NULL AND city IS NOT DISTINCT FROM :city
     ORDER BY id DESC LIMIT 1) AS last_read
FROM (
    SELECT bool_or(d.kind = 'missing_there') AS absent, bool_or(d.kind = ANY(:ours)) AS to_ours,
        bool_or(d.kind = ANY(:theirs)) AS to_theirs,
        bool_or(d.run_id = :run_id AND d.kind = ANY(:ours || :theirs)) AS overwritten_now
    FROM reconcile_drift d JOIN reconcile_run r ON r.id = d.run_id
    WHERE r.shop_id = :shop_id AND r.kind = :kind
      AND (r.id = :run_id OR r.approved_at IS NULL AND d.wished_at > clock_timestamp() - interval '24 hours'
           AND (r.finished_at IS NULL OR r.finished_at > clock_timestamp() - interval '24 hours'))
    GROUP BY d.bitrix_id) entity
"""
)


@dataclass(frozen=True)
class Counts:
    """Entities, not fields. `last_read` is the size of the last whole read, None if there was none."""

    compared: int
    read: int
    absences: int
    to_ours: int
    to_theirs: int
    overwrites_now: int
    whole: bool
    first_run: bool
    last_read: int | None


def judge(counts: Counts) -> str | None:
    """Why this run must wait for a person, or None. Pure. Imports are not braked."""
    if counts.whole and counts.last_read and counts.read * 2 < counts.last_read:
        return f"the site listed {counts.read}, less than half of the {counts.last_read} of the last whole read"
    if counts.absences > max(FEWEST_ABSENCES, SHARE_OF_ABSENCES * counts.compared):
        return f"{counts.absences} of {counts.compared} are gone there"
    for number, side in ((counts.to_ours, "here"), (counts.to_theirs, "there")):
        if number > max(FEWEST_OVERWRITES, SHARE_OF_OVERWRITES * counts.compared):
            return f"{number} of {counts.compared} would be overwritten {side}"
    if counts.first_run and counts.overwrites_now:
        return f"the first run would overwrite {counts.overwrites_now}"
    return None


def count(connection: Connection, run: ReconcileRun, compared: int, read: int) -> Counts:
    values = {"run_id": run.id, "shop_id": run.shop_id, "kind": run.kind, "city": run.city}
    counted = connection.execute(COUNTED, values | {"ours": list(TO_OURS), "theirs": list(TO_THEIRS)}).one()
    whole = run.complete and not run.active_only and run.since is None and run.ids is None
    return Counts(compared=compared, read=read, whole=whole, **counted._mapping)
