"""Is all well? Answered from rows and from what a background thread saw; no call goes out in the request.

Only a database out of reach is a 503: a platform must not restart a good web process because Bitrix is down.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import structlog
from flask import Response, jsonify
from sqlalchemy import Row, func, select
from sqlalchemy.exc import SQLAlchemyError

from models import Heartbeat
from models.base import autocommit
from schedules import QUEUES
from web import broker
from web.configuration import settings
from web.database import once_more
from web.errors import Problem
from web.version import SERVICE, VERSION

log = structlog.get_logger()

AGE = func.extract("epoch", func.clock_timestamp() - Heartbeat.at)
BEATS = select(Heartbeat.name, Heartbeat.detail, AGE.label("age"))

Check = dict[str, Any]


def health() -> tuple[Response, int]:
    try:
        beats = {row.name: row for row in once_more(_read)}
    except SQLAlchemyError as error:
        log.error("database_out_of_reach", exc_info=error)
        return _answer({"database": {"ok": False, "detail": "out of reach"}}), 503
    checks = {
        "database": {"ok": True},
        "broker": broker.seen(settings()),
        "workers": _workers(beats),
        "beat": _alive(beats.get("beat")),
        "bitrix": _bitrix(beats.get("bitrix")),
    }
    return _answer(checks), 200


def ready() -> Response:
    """Whether this process can do its work: it reaches the database."""
    try:
        once_more(_read)
    except SQLAlchemyError:
        raise Problem(503, "Database out of reach", headers={"Retry-After": "5"}) from None
    return jsonify(status="ready")


def _read() -> list[Row[Any]]:
    with autocommit().connect() as connection:
        return list(connection.execute(BEATS))


def _answer(checks: Mapping[str, Check]) -> Response:
    return jsonify(
        status="healthy" if all(check["ok"] for check in checks.values()) else "degraded",
        timestamp=datetime.now(UTC).isoformat(),
        service=SERVICE,
        version=VERSION,
        checks=checks,
    )


def _workers(beats: Mapping[str, Row[Any]]) -> Check:
    """By queue, the age of the last canary that came through: a deaf worker answers pings, but not these."""
    queues = {queue: _alive(beats.get(f"worker:{queue}")) for queue in QUEUES}
    return {"ok": all(check["ok"] for check in queues.values()), "queues": queues}


def _alive(beat: Row[Any] | None) -> Check:
    if beat is None:
        return {"ok": False, "detail": "no sign of life yet"}
    fresh = beat.age <= settings().durations.stale_after
    return {"ok": fresh, "age_s": round(float(beat.age), 1)}


def _bitrix(beat: Row[Any] | None) -> Check:
    """How the last real call went, and when; silence is no fault, for nobody may have had anything to say."""
    if beat is None:
        return {"ok": True, "detail": "no call yet"}
    outcome = beat.detail.get("outcome")
    return {"ok": bool(beat.detail.get("ok")), "outcome": outcome, "age_s": round(float(beat.age), 1)}
