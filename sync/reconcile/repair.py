"""Repair what a run found: imports at once from the row that was read, everything else as a wish to agree.

A run that waited for its approval read its rows up to a day ago: it imports nothing from them, and only wishes. So
does one whose rows another release has read.

The rows of the read are hours old by now, so nothing is written from them over what is here: `agree` reads anew.
"""

import contextlib
import json
from collections.abc import Sequence
from typing import Any

import structlog
from sqlalchemy import Connection, Engine, Row, func, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bitrix.wire.order import parse_order
from bitrix.wire.product import parse_product
from models import ReconcileDrift, ReconcileRun, begin
from sync.links import find_link
from sync.locks import lock_entities
from sync.orders.doubt import creation_in_doubt
from sync.orders.imports import CannotImport as CannotImportOrder
from sync.orders.imports import import_order
from sync.outbox.wish import Wish, wish, wish_all
from sync.products.apply import CannotImport as CannotImportProduct
from sync.products.apply import import_product
from sync.reconcile.compare import ROWS
from sync.reconcile.runs import RunLease
from sync.reconcile.staging import stands, table
from sync.reconcile.streams import ACTIVE
from sync.rules import Rules

log = structlog.get_logger(__name__)

BATCH = 50
ENRICH_LATER_S = 600  # the detail of an order that is over can wait for those that are not

NEXT_IMPORTS = """
SELECT d.id, d.bitrix_id, s.raw FROM reconcile_drift d JOIN {staging} s USING (bitrix_id)
WHERE d.run_id = :run_id AND d.kind = 'missing_here' AND d.state = 'found' AND d.wished_at IS NULL
  AND s.raw IS NOT NULL
ORDER BY s.stream LIKE ANY(:active) DESC, d.id LIMIT :batch
"""
NEXT_WISHES = text(
    """
SELECT CASE WHEN d.kind = 'not_created' THEN 'new_order' ELSE d.entity END AS kind,
       coalesce(o.uuid::text, d.bitrix_id::text) AS key, array_agg(d.id) AS drifts
FROM reconcile_drift d LEFT JOIN "order" o ON d.kind = 'not_created' AND o.id = d.local_id
WHERE d.run_id = :run_id AND d.state = 'found' AND d.wished_at IS NULL
GROUP BY 1, 2 ORDER BY min(d.id) LIMIT :batch
"""
)
WISHED = text("UPDATE reconcile_drift SET wished_at = clock_timestamp() WHERE run_id = :run_id AND id = ANY(:ids)")
ITS_DEBT = """o.shop_id = r.shop_id AND (
        d.kind <> 'not_created' AND o.kind = d.entity AND o.key = d.bitrix_id::text
        OR d.kind = 'not_created' AND o.kind = 'new_order'
           AND o.key = (SELECT uuid::text FROM "order" WHERE id = d.local_id))"""
# A wish is settled when its row is: agreed, or laid aside with a reason. An order that is gone there, or has a
# status we do not know (such orders are in no list), is only listed, and so is a value that could not be read when
# it was asked for anew: so says the link then.
SETTLE = text(
    f"""
WITH settled AS (
    SELECT d.id, o.state = 'dead' AS dead, o.error, d.entity = 'order' AND l.state = 'gone_there' AS gone,
           l.rejected ->> coalesce(d.field, CASE d.entity WHEN 'order' THEN 'status' END) AS unread,
           CASE WHEN d.entity = 'order' AND coalesce(d.field, 'status') = 'status' THEN 'unknown_status'
                ELSE 'rejected' END AS unread_kind
    FROM reconcile_drift d JOIN reconcile_run r ON r.id = d.run_id
    JOIN outbox o ON {ITS_DEBT}
    LEFT JOIN sync_link l ON l.shop_id = r.shop_id AND l.kind = d.entity AND l.bitrix_id = d.bitrix_id
    WHERE d.run_id = :run_id AND d.state = 'found' AND d.wished_at IS NOT NULL
      AND o.state <> 'pending' AND o.finished_at >= d.wished_at
)
UPDATE reconcile_drift d SET finished_at = clock_timestamp(),
    state = CASE WHEN s.dead THEN 'left' WHEN s.gone OR s.unread IS NOT NULL THEN 'listed' ELSE 'repaired' END,
    kind = CASE WHEN s.unread IS NOT NULL THEN s.unread_kind
                WHEN s.gone AND d.kind = 'unknown_status' THEN 'gone_there' ELSE d.kind END,
    reason = CASE WHEN s.dead THEN coalesce(s.error, 'laid aside')
                  WHEN s.gone THEN 'the site answered 404 for it' ELSE coalesce(s.unread, d.reason) END
FROM settled s WHERE d.run_id = :run_id AND d.id = s.id
"""
)
# What failed while the site was away may rest for an hour yet; this run has just read the site.
REST_NO_LONGER = text(
    """
UPDATE outbox SET due_at = clock_timestamp()
WHERE shop_id = :shop_id AND kind IN ('order', 'product') AND key = ANY(:keys) AND reason = 'reconcile'
  AND state = 'pending' AND attempts > 0 AND lease_until IS NULL
"""
)
OPEN = text("SELECT count(*) FROM reconcile_drift WHERE run_id = :run_id AND state = 'found'")
GIVE_UP = text(
    f"""
UPDATE reconcile_drift d SET state = 'left', finished_at = clock_timestamp(), reason = coalesce(
    d.reason, 'not settled in time: ' || coalesce((SELECT o.error FROM outbox o WHERE {ITS_DEBT}), 'still waiting'))
FROM reconcile_run r
WHERE d.run_id = :run_id AND r.id = d.run_id AND d.state = 'found'
"""
)


def repair_some(rules: Rules, lease: RunLease, run: ReconcileRun) -> int:
    """One batch of what was not begun yet; 0 when everything is on its way."""
    imported = _import_some(rules, lease, run) if run.approved_at is None else 0
    return imported or _wish_some(rules, lease, run)


def settle(engine: Engine, lease: RunLease) -> tuple[int, int]:
    """Note what was settled meanwhile: how many just now, how many are still open."""
    with engine.begin() as connection:
        lease.keep(connection)
        settled = connection.execute(SETTLE, {"run_id": lease.id}).rowcount
        return settled, connection.execute(OPEN, {"run_id": lease.id}).scalar_one()


def give_up(connection: Connection, run_id: int) -> None:
    """What is open now is *left*: the report says so, and the next run finds it again."""
    connection.execute(GIVE_UP, {"run_id": run_id})


def _wish_some(rules: Rules, lease: RunLease, run: ReconcileRun) -> int:
    with begin() as session:
        lease.keep(session)
        wanted = session.execute(NEXT_WISHES, {"run_id": run.id, "batch": BATCH}).all()
        wishes = [Wish(run.shop_id, row.kind, row.key, "reconcile") for row in wanted]
        wish_all(session, wishes)
        session.execute(REST_NO_LONGER, {"shop_id": run.shop_id, "keys": [wish.key for wish in wishes]})
        ids = [drift_id for row in wanted for drift_id in row.drifts]
        session.execute(WISHED, {"run_id": run.id, "ids": ids})
    if wanted:
        rules.ring("outbox")
    return len(wanted)


def _import_some(rules: Rules, lease: RunLease, run: ReconcileRun) -> int:
    values = {"run_id": run.id, "batch": BATCH, "active": [f"{status}%" for status in ACTIVE]}
    with begin() as session:
        lease.keep(session)
        if not stands(session.connection(), run.id):
            return 0
        wanted = session.execute(text(NEXT_IMPORTS.format(staging=table(run.id))), values).all()
    try:
        _import_all(rules, lease, run, wanted)
    except SQLAlchemyError:
        log.warning("imports_one_by_one", run=run.id, exc_info=True)
        for row in wanted:
            _import_alone(rules, lease, run, row)
    return len(wanted)


def _import_alone(rules: Rules, lease: RunLease, run: ReconcileRun, row: Row[Any]) -> None:
    """One that the database refuses is left, and keeps no other from being imported."""
    try:
        _import_all(rules, lease, run, [row])
    except SQLAlchemyError as error:
        with begin() as session:
            lease.keep(session)
            drift = session.get_one(ReconcileDrift, (run.id, row.id))
            drift.state, drift.reason = "left", f"it cannot be imported: {type(error).__name__}"
            drift.finished_at = func.clock_timestamp()


def _import_all(rules: Rules, lease: RunLease, run: ReconcileRun, wanted: Sequence[Row[Any]]) -> None:
    """In one transaction, under the locks of all of them, taken in the order that everybody takes them in."""
    with begin() as session:
        lease.keep(session)
        lock_entities(session, [(run.shop_id, ROWS[run.kind][0], row.bitrix_id) for row in wanted])
        ids = [row.id for row in wanted]
        found = select(ReconcileDrift).where(ReconcileDrift.run_id == run.id, ReconcileDrift.id.in_(ids))
        by_id = {drift.id: drift for drift in session.scalars(found)}
        for row in wanted:
            _import(session, rules, run, by_id[row.id], row.raw)


def _import(session: Session, rules: Rules, run: ReconcileRun, drift: ReconcileDrift, raw: str) -> None:
    """The caller holds its lock. What came another way meanwhile is only wished for, and so are orders' details."""
    kind = drift.entity
    bitrix_id = drift.bitrix_id
    assert bitrix_id is not None
    drift.wished_at = func.clock_timestamp()
    row = _parsed(raw)
    if row is None or find_link(session, run.shop_id, kind, bitrix_id) is not None:
        wish(session, run.shop_id, kind, bitrix_id, "reconcile")
        return
    if kind == "order" and creation_in_doubt(session, run.shop_id):
        wish(session, run.shop_id, kind, bitrix_id, "reconcile", after_s=rules.hint_after_s)
        return
    try:
        drift.local_id = _make(session, rules, run, kind, row)
    except (CannotImportOrder, CannotImportProduct) as error:
        drift.state, drift.reason = "listed", str(error)
        return
    drift.state, drift.finished_at = "repaired", func.clock_timestamp()


def _parsed(raw: str) -> Any:
    """None of what is nested too deeply to be read from here: how deep that is depends on who calls."""
    with contextlib.suppress(RecursionError):
        return json.loads(raw)
    return None


def _make(session: Session, rules: Rules, run: ReconcileRun, kind: str, row: Any) -> int:
    if kind == "product":
        return import_product(session, run.shop_id, parse_product(row, rules.site_url))[0].id
    order, link = import_order(session, rules, run.shop_id, parse_order(row, rules.statuses))
    after_s = 0 if order.status in ACTIVE else ENRICH_LATER_S
    wish(session, run.shop_id, kind, link.bitrix_id, "enrich", after_s=after_s)
    return order.id
