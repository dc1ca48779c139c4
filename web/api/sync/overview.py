"""/sync/overview: are both sides in agreement, since when, and if not, why not."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, or_, select, text
from sqlalchemy.orm import Session

from models import Alert, Heartbeat, ReconcileRun
from models.reconcile_run import WORKING
from schedules import jobs
from sync import standing
from sync.reconcile.runs import OVERTAKEN
from tasks import wiring
from web import tenant
from web.api.sync.blueprint import blueprint
from web.api.sync.run_views import shown
from web.api.sync.schedule import COMPARISON, lines
from web.configuration import settings
from web.schemas.sync.overview import OverviewSchema

MOST_RUNS = 20
NEVER_CALLED = {"ok": True, "outcome": None, "age_s": None, "seconds": None}
CLOSED = {"breaker": "closed", "retry_after_s": 0.0}
HALTED = text(  # a part that waits stands for the run of both kinds that it belongs to
    f"""
reconcile_run.id IN (SELECT coalesce(r.parent_id, r.id) FROM reconcile_run r
    WHERE r.shop_id = reconcile_run.shop_id AND r.phase = 'halted' AND r.kind <> 'all' AND NOT {OVERTAKEN})
"""  # noqa: S608
)


@blueprint.get("/overview")
@blueprint.response(200, OverviewSchema)
def overview() -> dict[str, Any]:
    """Whether both sides agree, since when, what waits, what failed, and what comes next

    The site, its alerts and its timetable are the mirrored shop's: to any other shop they are empty.
    """
    with tenant.staff() as session:
        ours = tenant.own_shop(session).mirrors_bitrix
    next_runs = _next_runs() if ours else []  # asks Valkey, as the next line does: not inside a transaction
    circuit = _circuit() if ours else CLOSED
    with tenant.staff() as session:
        shop_id = tenant.shop_id(session)
        kinds, waits = standing.compared(session, shop_id), standing.waiting(session, shop_id)
        why_not = standing.why_not(kinds, waits)
        return {
            "agreed": not why_not,
            "since": None if why_not else max(kind.agreed_since for kind in kinds if kind.agreed_since),
            "why_not": why_not,
            "compared": [kind._asdict() for kind in kinds],
            **_queues(waits),
            "site": (_site(session) if ours else NEVER_CALLED) | circuit,
            "alerts": _alerts(session) if ours else [],
            "runs": _under_way(session, shop_id),
            "next_runs": next_runs,
            "flower_url": settings().flower_url or None,
        }


def _queues(waits: dict[str, Any]) -> dict[str, Any]:
    return {
        "inbox": {
            "pending": waits["events"],
            "due": waits["events_due"],
            "parked": waits["parked"],
            "dead": waits["dead_events"],
            "oldest_s": waits["oldest_event_s"],
        },
        "outbox": {
            "pending": waits["debts"],
            "due": waits["debts_due"],
            "dead": waits["dead_debts"],
            "oldest_s": waits["oldest_debt_s"],
        },
        "conflicts_open": waits["conflicts_open"],
        "rejected": waits["rejected"],
    }


def _site(session: Session) -> dict[str, Any]:
    """How the last real call went; silence is no fault."""
    age = func.extract("epoch", func.clock_timestamp() - Heartbeat.at)
    row = session.execute(
        select(Heartbeat.detail, age.label("age")).where(Heartbeat.name == "bitrix")
    ).one_or_none()
    if row is None:
        return NEVER_CALLED
    told = {name: row.detail.get(name) for name in ("outcome", "seconds")}
    return {"ok": bool(row.detail.get("ok")), "age_s": round(row.age, 1), **told}


def _circuit() -> dict[str, Any]:
    state = wiring.breaker().state()
    return {"breaker": state.name, "retry_after_s": round(state.retry_after, 1)}


def _alerts(session: Session) -> Sequence[Alert]:
    return session.scalars(select(Alert).where(Alert.over_at.is_(None)).order_by(Alert.since)).all()


def _under_way(session: Session, shop_id: int) -> list[dict[str, Any]]:
    query = select(ReconcileRun).where(
        ReconcileRun.shop_id == shop_id,
        ReconcileRun.parent_id.is_(None),
        or_(ReconcileRun.phase.in_((*WORKING, "queued")), HALTED),
    )
    return shown(session, session.scalars(query.order_by(ReconcileRun.id).limit(MOST_RUNS)).all())


def _next_runs() -> list[dict[str, Any]]:
    comparisons = {name: job for name, job in jobs(settings()).items() if job.task == COMPARISON}
    return [{"name": line["name"], "at": line["next_run_at"]} for line in lines(comparisons)]
