"""Compare what was read with what is here: one statement finds, one judges; what is in doubt, sync.plan judges."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select, text
from sqlalchemy.orm import Session, defer, selectinload
from sqlalchemy.sql.base import ExecutableOption

from models import Order, Product, ReconcileDrift, ReconcileRun
from sync.reconcile.drift import Drift, Linked, Staged, of_entity
from sync.reconcile.judging import in_doubt, judge
from sync.rules import Rules

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
NOT_CREATED = text(
    """
INSERT INTO reconcile_drift (run_id, entity, local_id, kind)
SELECT :run_id, 'order', o.id, 'not_created' FROM "order" o JOIN shop ON shop.id = o.shop_id
WHERE o.shop_id = :shop_id AND o.bitrix_order_id IS NULL AND o.origin = 'shop' AND o.deleted_at IS NULL
  AND o.status IN ('new', 'paid', 'accepted') AND shop.mirrors_bitrix
  AND o.created_at >= greatest(shop.mirrored_since, CAST(:since AS timestamptz))
  AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.shop_id = o.shop_id AND b.kind = 'new_order'
                  AND b.key = o.uuid::text AND b.state = 'pending')
"""
)
WAITING = text(
    """
SELECT (SELECT count(*) FROM sync_conflict c JOIN sync_link l ON l.id = c.link_id
        WHERE c.state = 'open' AND c.shop_id = :shop_id AND l.kind = :kind) AS conflicts_open,
       CASE WHEN :kind = 'product' THEN (
         SELECT count(*) FROM product WHERE shop_id = :shop_id AND bitrix_id IS NULL AND deleted_at IS NULL)
       END AS local_only
"""
)


def compare(connection: Connection, run: ReconcileRun, rules: Rules, read: int, *, proves_absence: bool) -> int:
    """Write every difference as a row of drift; returns how many entities were compared. One transaction, the
    caller's.

    `proves_absence`: what was not read is not there. Only `staging.merge`d rows, `read` of them, can be compared.
    """
    judged = judge(connection, run, rules, whole=proves_absence)
    for entities in in_doubt(connection, run, judged):
        _judge_in_doubt(connection, run, rules, entities)
    if run.kind == "orders" and run.ids is None:
        values = {"run_id": run.id, "shop_id": run.shop_id, "since": run.since}
        connection.execute(NOT_CREATED, values)
    return read + judged.absent


def waiting(connection: Connection, run: ReconcileRun) -> dict[str, int]:
    """What a run of the kind leaves alone: open conflicts, and products that the site has no call to create."""
    values = {"shop_id": run.shop_id, "kind": ROWS[run.kind][0]}
    counted = connection.execute(WAITING, values).one()._asdict()
    return {name: number for name, number in counted.items() if number is not None}


def _judge_in_doubt(connection: Connection, run: ReconcileRun, rules: Rules, entities: Sequence[Row[Any]]) -> None:
    """By sync.plan; their other fields are judged already."""
    entity, model = ROWS[run.kind]
    local_ids = [row.local_id for row in entities]
    with Session(connection) as session:
        statement: Select[Any] = select(model).where(model.id.in_(local_ids)).options(*NEEDED[run.kind])
        ours: dict[int, Order | Product] = {row.id: row for row in session.scalars(statement)}
        found = []
        for row in entities:
            staged = Staged(row.said, row.rejected or {})
            linked = Linked(row.state, row.base, ours.get(row.local_id))
            drifts = of_entity(entity, rules, staged, linked, whole=True)
            found += [_as_row(run, entity, row, drift) for drift in drifts if drift.field in row.fields]
        session.expunge_all()
    if found:
        connection.execute(insert(ReconcileDrift), found)


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
