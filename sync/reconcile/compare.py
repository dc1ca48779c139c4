"""Compare what was read with what is here: one join on hashes finds the candidates, sync.plan judges them."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, insert, select, text
from sqlalchemy.orm import Session, defer, selectinload
from sqlalchemy.sql.base import ExecutableOption

from models import Order, Product, ReconcileDrift, ReconcileRun
from sync.reconcile.drift import Drift, Linked, Staged, of_entity
from sync.reconcile.staging import table
from sync.rules import Rules

BATCH = 200  # both sides of so many candidates are in memory at once
ROWS: dict[str, tuple[str, type[Order] | type[Product]]] = {
    "orders": ("order", Order),
    "products": ("product", Product),
}
# What is ours alone is not compared, and takes longer to read than what is.
NEEDED: dict[str, tuple[ExecutableOption, ...]] = {
    "orders": (selectinload(Order.items),),
    "products": (
        selectinload(Product.images),
        defer(Product.colors, raiseload=True),
        defer(Product.occasions, raiseload=True),
        defer(Product.cities, raiseload=True),
        defer(Product.tags, raiseload=True),
    ),
}

# The join carries numbers alone; what of each candidate is to be judged is fetched for the few that it leaves.
# Ours whose status moved without the site has no other trace than that it is not what the site's code means.
FIND = """
CREATE TEMPORARY TABLE reconcile_candidate ON COMMIT DROP AS
SELECT coalesce(s.bitrix_id, l.bitrix_id) AS bitrix_id, l.id AS link_id, s.bitrix_id IS NULL AS absent, l.in_scope
FROM {staging} s
FULL JOIN (
    SELECT l.id, l.bitrix_id, l.local_id, l.theirs_hash, l.ours_hash, r.content_hash, {in_scope} AS in_scope,
           l.state = 'gone_there' OR l.rejected <> '{{}}' OR {status_ahead} AS listed
    FROM sync_link l LEFT JOIN {row} r ON r.id = l.local_id
    WHERE l.shop_id = :shop_id AND l.kind = :kind
) l ON l.bitrix_id = s.bitrix_id
WHERE s.bitrix_id IS NULL AND l.local_id IS NOT NULL
   OR l.id IS NULL
   OR l.local_id IS NOT NULL AND s.bitrix_id IS NOT NULL AND (
        s.hash <> l.theirs_hash OR l.content_hash <> l.ours_hash OR l.listed OR s.rejected IS NOT NULL)
"""
AHEAD = """r.status IS DISTINCT FROM (CAST(:statuses AS text[]))[
    array_position(CAST(:codes AS text[]), l.base #>> '{status,theirs}')]"""
SET_SIZE = """
SELECT (SELECT count(*) FROM {staging}) + count(*) FROM reconcile_candidate WHERE absent
"""
# A row that was not parsed says what the link remembers of the site.
FETCH = """
SELECT c.bitrix_id, s.rejected, CASE WHEN s.bitrix_id IS NOT NULL THEN coalesce(s."values", (
        SELECT jsonb_object_agg(key, value -> 'theirs') FROM jsonb_each(l.base) WHERE value ? 'theirs'), '{{}}')
    END AS read,
       l.id AS link_id, l.state, l.base, l.rejected AS link_rejected,
       l.local_id
FROM reconcile_candidate c
LEFT JOIN {staging} s ON s.bitrix_id = c.bitrix_id
LEFT JOIN sync_link l ON l.id = c.link_id
WHERE (NOT c.absent OR c.in_scope)
  AND (CAST(:since AS timestamptz) IS NULL OR s.created >= :since OR l.updated_at >= :since)
  AND (CAST(:ids AS bigint[]) IS NULL OR c.bitrix_id = ANY(:ids))
ORDER BY c.bitrix_id
"""
NOT_CREATED = """
INSERT INTO reconcile_drift (run_id, entity, local_id, kind)
SELECT :run_id, 'order', o.id, 'not_created' FROM "order" o JOIN shop ON shop.id = o.shop_id
WHERE o.shop_id = :shop_id AND o.bitrix_order_id IS NULL AND o.origin = 'shop' AND o.deleted_at IS NULL
  AND o.status IN ('new', 'paid', 'accepted') AND shop.mirrors_bitrix AND o.created_at >= shop.mirrored_since
  AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.shop_id = o.shop_id AND b.kind = 'new_order'
                  AND b.key = o.uuid::text AND b.state = 'pending')
"""
LOCAL_ONLY = """
SELECT count(*) FROM product WHERE shop_id = :shop_id AND bitrix_id IS NULL AND deleted_at IS NULL
"""
OPEN_CONFLICTS = """
SELECT count(*) FROM sync_conflict c JOIN sync_link l ON l.id = c.link_id
WHERE c.state = 'open' AND l.shop_id = :shop_id AND l.kind = :kind
"""


def compare(
    engine: Engine, connection: Connection, run: ReconcileRun, rules: Rules, *, proves_absence: bool
) -> dict[str, int]:
    """Write every difference as a row of drift; returns what was counted. One transaction, the caller's.

    `proves_absence`: what was not read is not there. Candidates come through a cursor of the server on another
    connection of `engine`, so that memory does not grow with the set. Only `staging.merge`d rows can be compared.
    """
    kind = ROWS[run.kind][0]
    values = {"run_id": run.id, "shop_id": run.shop_id, "kind": kind}
    with engine.connect() as reading:
        counted = {"compared": _find(reading, run, rules)}
        for candidates in _fetch(reading, run):
            _write(connection, run, rules, candidates, proves_absence)
    if run.kind == "orders" and run.ids is None:
        connection.execute(text(NOT_CREATED), values)
    counted["conflicts_open"] = connection.execute(text(OPEN_CONFLICTS), values).scalar_one()
    if run.kind == "products":
        counted["local_only"] = connection.execute(text(LOCAL_ONLY), values).scalar_one()
    return counted


def _find(reading: Connection, run: ReconcileRun, rules: Rules) -> int:
    """Gather the candidates in a table of the transaction's own; returns how many entities either side has."""
    orders, staging = run.kind == "orders", table(run.id)
    under_way = "r.status IN ('new', 'paid', 'accepted', 'assembled', 'in_delivery')"
    statement = FIND.format(
        staging=staging,
        row='"order"' if orders else "product",
        status_ahead=AHEAD if orders else "false",
        in_scope=under_way if run.active_only else "true",
    )
    codes = rules.statuses.codes()
    statuses = [rules.statuses.from_bitrix(code) for code in codes]
    values = {"shop_id": run.shop_id, "kind": ROWS[run.kind][0], "codes": list(codes), "statuses": statuses}
    reading.execute(text("SET LOCAL statement_timeout = '10min'; SET LOCAL work_mem = '64MB'"))
    reading.execute(text(statement), values)
    reading.execute(text("ANALYZE reconcile_candidate"))
    return reading.execute(text(SET_SIZE.format(staging=staging))).scalar_one()


def _fetch(reading: Connection, run: ReconcileRun) -> Iterator[Sequence[Row[Any]]]:
    statement, values = text(FETCH.format(staging=table(run.id))), {"since": run.since, "ids": run.ids}
    reading.execute(text("SET LOCAL cursor_tuple_fraction = 1"))  # all rows are wanted, not the first ones soon
    yield from reading.execution_options(yield_per=BATCH).execute(statement, values).partitions(BATCH)


def _write(
    connection: Connection, run: ReconcileRun, rules: Rules, candidates: Sequence[Row[Any]], whole: bool
) -> None:
    entity, model = ROWS[run.kind]
    local_ids = [row.local_id for row in candidates if row.local_id is not None]
    with Session(connection) as session:
        statement: Select[Any] = select(model).where(model.id.in_(local_ids))
        ours: dict[int | None, Order | Product] = {
            row.id: row for row in session.scalars(statement.options(*NEEDED[run.kind]))
        }
        found = []
        for row in candidates:
            staged = None if row.read is None else Staged(row.read, row.rejected or {})
            linked = None if row.link_id is None else _linked(row, ours.get(row.local_id))
            drifts = of_entity(entity, rules, staged, linked, whole=whole)
            found += [_as_row(run, entity, row, drift) for drift in _moved_out(run, drifts, staged)]
        session.expunge_all()
    if found:
        connection.execute(insert(ReconcileDrift), found)


def _linked(row: Row[Any], ours: Order | Product | None) -> Linked:
    return Linked(row.state, row.base, ours, row.link_rejected)


def _moved_out(run: ReconcileRun, drifts: list[Drift], staged: Staged | None) -> list[Drift]:
    """Where only orders under way were read, one that is not among them has most likely been delivered."""
    if not run.active_only or staged is not None:
        return drifts
    return [
        Drift("theirs_moved", "status", reason="it left the lists of orders under way")
        if drift.kind == "missing_there"
        else drift._replace(ask=False)
        for drift in drifts
    ]


def _as_row(run: ReconcileRun, entity: str, row: Row[Any], drift: Drift) -> dict[str, Any]:
    return {
        "run_id": run.id,
        "entity": entity,
        "bitrix_id": row.bitrix_id,
        "local_id": row.local_id,
        "kind": drift.kind,
        "field": drift.field,
        "ours": drift.ours,
        "theirs": drift.theirs,
        "reason": drift.reason,
        "state": drift.state,
    }
