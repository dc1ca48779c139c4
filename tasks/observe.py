"""What is noted of each call to the site: numbers for Prometheus and for the charts, and the last outcome."""

import time

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bitrix.calls import ANSWERED, FAILED, TURNED_AWAY, Calls
from tasks.heartbeat import beat
from tasks.metrics import BITRIX_CALLS, BITRIX_SECONDS

log = structlog.get_logger(__name__)

NOTE_EVERY = 5.0  # seconds; a change from well to ill and back is noted at once
OPEN = "open_circuit"
NOT_CALLS = (OPEN, "throttled", "deadline", "interrupted")  # nothing was learnt of the site


class _Last:
    """The last outcome this process has noted."""

    ok: bool | None = None
    at: float = 0.0


def site_was_called(calls: Calls, route: str, outcome: str, seconds: float) -> None:
    """Told of every call by bitrix.client, once it knows where calls are counted; never raises."""
    BITRIX_CALLS.labels(route, outcome).inc()
    if outcome == OPEN:
        calls.note(TURNED_AWAY, seconds)
    if outcome in NOT_CALLS:
        return
    BITRIX_SECONDS.labels(route).observe(seconds)
    log.info("site_called", route=route, outcome=outcome, ms=round(seconds * 1000))
    ok = not outcome.startswith(("timeout", "refused", "reset", "html", "http_5"))
    calls.note(ANSWERED if ok else FAILED, seconds)
    if ok == _Last.ok and time.monotonic() - _Last.at < NOTE_EVERY:
        return
    _Last.ok, _Last.at = ok, time.monotonic()
    try:
        beat("bitrix", ok=ok, outcome=outcome, route=route, seconds=round(seconds, 3))
    except SQLAlchemyError:
        log.warning("heartbeat_not_noted", name="bitrix")
