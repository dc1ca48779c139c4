"""Queues, comparisons and alerts as gauges, read from the database when asked, at most every other second."""

import threading
from collections.abc import Iterable
from time import monotonic
from typing import Any

import structlog
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from models.base import autocommit
from sync.standing import EVENT_WAITS_SINCE, longest
from web import run_gauges

log = structlog.get_logger()

KEPT_S = 2.0
# Finished events are counted from the index on (state, id); only what waits is looked at row by row.
INBOX = text("SELECT kind, state, count(*) AS rows FROM webhook_event GROUP BY kind, state")
OLDEST_EVENT = text(f"SELECT {longest(EVENT_WAITS_SINCE)} FROM webhook_event WHERE state = 'pending'")  # noqa: S608
OUTBOX = text("SELECT kind, state, count(*) AS rows FROM outbox GROUP BY kind, state")
DUE = text(
    "SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(due_at)), 0) FROM outbox"
    " WHERE state = 'pending' AND due_at <= clock_timestamp()"
)
CONFLICTS = text("SELECT count(*) FROM sync_conflict WHERE state = 'open'")


class QueuesCollector(Collector):
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._read_at = float("-inf")
        self._kept: list[Metric] = []

    def describe(self) -> Iterable[Metric]:
        """Nothing is read when the collector is registered."""
        return []

    def collect(self) -> Iterable[Metric]:
        """The gauges; none of them while the database is out of reach, which is an answer too."""
        with self._lock:
            if monotonic() - self._read_at > KEPT_S:
                try:
                    self._kept = _read()
                except SQLAlchemyError as error:
                    log.error("queues_not_read", exc_info=error)
                    self._kept = []
                self._read_at = monotonic()
            return self._kept


def _read() -> list[Metric]:
    with autocommit().connect() as connection:
        due, oldest_due = connection.execute(DUE).one()
        return [
            _counted("cvety_inbox_events", "Webhook events, by kind and state.", connection.execute(INBOX)),
            _single(
                "cvety_inbox_oldest_pending_seconds",
                "How long the oldest pending event waits.",
                connection.execute(OLDEST_EVENT).scalar_one(),
            ),
            _counted("cvety_outbox_rows", "Outbox rows, by kind and state.", connection.execute(OUTBOX)),
            _single("cvety_outbox_due", "Outbox rows due now.", due),
            _single("cvety_outbox_oldest_due_seconds", "How long the oldest row is overdue.", oldest_due),
            _single(
                "cvety_conflicts_open", "Conflicts nobody resolved yet.", connection.execute(CONFLICTS).scalar_one()
            ),
            *run_gauges.read(connection),
        ]


def _counted(name: str, help: str, rows: Iterable[Any]) -> Metric:
    gauge = GaugeMetricFamily(name, help, labels=["kind", "state"])
    for row in rows:
        gauge.add_metric([row.kind, row.state], row.rows)
    return gauge


def _single(name: str, help: str, value: Any) -> Metric:
    return GaugeMetricFamily(name, help, value=float(value))
