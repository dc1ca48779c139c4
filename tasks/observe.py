"""What is noted of each call to the site: numbers for Prometheus, and the last outcome for health."""

import time

import structlog
from sqlalchemy.exc import SQLAlchemyError

from tasks.heartbeat import beat
from tasks.metrics import BITRIX_CALLS, BITRIX_SECONDS

log = structlog.get_logger(__name__)

NOTE_EVERY = 5.0  # seconds; a change from well to ill and back is noted at once
NOT_CALLS = ("open_circuit", "throttled", "deadline")


class _Last:
    """The last outcome this process has noted."""

    ok: bool | None = None
    at: float = 0.0


def site_was_called(route: str, outcome: str, seconds: float) -> None:
    """Told of every call by bitrix.client; never raises."""
    BITRIX_CALLS.labels(route, outcome).inc()
    if outcome in NOT_CALLS:
        return
    BITRIX_SECONDS.labels(route).observe(seconds)
    log.info("site_called", route=route, outcome=outcome, ms=round(seconds * 1000))
    ok = not outcome.startswith(("timeout", "refused", "reset", "html", "http_5"))
    if ok == _Last.ok and time.monotonic() - _Last.at < NOTE_EVERY:
        return
    _Last.ok, _Last.at = ok, time.monotonic()
    try:
        beat("bitrix", ok=ok, outcome=outcome, route=route, seconds=round(seconds, 3))
    except SQLAlchemyError:
        log.warning("heartbeat_not_noted", name="bitrix")
