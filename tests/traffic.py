"""What passes between the sides, as rows. Plain builders: each takes an open session, adds the row, flushes it."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from models import Outbox, ReconcileDrift, ReconcileRun, Shop, SyncSample, WebhookEvent

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def make_event(session: Session, shop: Shop, state: str = "dead", **columns: Any) -> WebhookEvent:
    return _added(
        session,
        WebhookEvent(
            **{
                "shop_id": shop.id,
                "entity": "order",
                "bitrix_id": 77,
                "kind": "order.status",
                "payload": {"order_id": 77, "status": "AP"},
                "state": state,
                **columns,
            }
        ),
    )


def make_debt(session: Session, shop: Shop, key: str = "668826", **columns: Any) -> Outbox:
    return _added(
        session, Outbox(**{"shop_id": shop.id, "kind": "product", "key": key, "reason": "edit", **columns})
    )


def make_sample(session: Session, shop: Shop, at: datetime, **columns: Any) -> SyncSample:
    """A calm minute, unless said otherwise."""
    calm = {"outbox_pending": 0, "outbox_oldest_s": 0, "inbox_oldest_s": 0, "dead": 0, "breaker": "closed"}
    calls = {"site_calls": 0, "site_failed": 0, "site_seconds": 0}
    return _added(session, SyncSample(**{"shop_id": shop.id, "at": at, **calm, **calls, **columns}))


def make_run(
    session: Session, shop: Shop, kind: str = "products", phase: str = "done", **columns: Any
) -> ReconcileRun:
    """Begun and ended just now, unless said otherwise."""
    now = datetime.now(UTC)
    times = {"started_at": now, "finished_at": now if phase not in ("queued", "reading", "repairing") else None}
    return _added(session, ReconcileRun(shop_id=shop.id, kind=kind, phase=phase, **times | columns))


def make_drift(session: Session, run: ReconcileRun, kind: str = "theirs_moved", **columns: Any) -> ReconcileDrift:
    entity = "order" if run.kind == "orders" else "product"
    return _added(session, ReconcileDrift(**{"run_id": run.id, "entity": entity, "kind": kind, **columns}))


def _added(session: Session, row: Any) -> Any:
    session.add(row)
    session.flush()
    return row
