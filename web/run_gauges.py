"""Comparisons and alerts as gauges: how old the last success is, what the newest runs found, what is open."""

from collections.abc import Sequence
from typing import Any

from prometheus_client.core import GaugeMetricFamily, Metric
from sqlalchemy import Connection, text

from models.reconcile_drift import REPAIRED_KINDS
from sync.alerts import CONDITIONS

SUCCESS = text(
    """
SELECT kind, plan, extract(epoch FROM clock_timestamp() - max(finished_at)) AS age FROM reconcile_run
WHERE phase = 'done' AND NOT dry_run AND kind <> 'all' GROUP BY 1, 2
"""
)
NEWEST = text(
    """
SELECT DISTINCT ON (kind, plan) kind, plan, counts, extract(epoch FROM finished_at - started_at) AS seconds
FROM reconcile_run
WHERE finished_at IS NOT NULL AND started_at IS NOT NULL AND phase <> 'stopped' AND NOT dry_run AND kind <> 'all'
ORDER BY kind, plan, id DESC
"""
)
OPEN_ALERTS = text("SELECT condition FROM alert WHERE over_at IS NULL")
RUN = ("run", "plan")  # what was compared, and why just then


def read(connection: Connection) -> list[Metric]:
    newest = connection.execute(NEWEST).all()
    return [
        _success(connection.execute(SUCCESS).all()),
        _drift(newest),
        _of_runs("cvety_reconcile_pages", "Pages the newest run read.", newest, "pages"),
        _of_runs("cvety_reconcile_rows", "Entities the newest run read.", newest, "read"),
        _durations(newest),
        _alerts(set(connection.execute(OPEN_ALERTS).scalars())),
    ]


def _success(rows: Sequence[Any]) -> Metric:
    gauge = GaugeMetricFamily(
        "cvety_reconcile_last_success_age_seconds", "Since the last comparison that is done.", labels=RUN
    )
    for row in rows:
        gauge.add_metric([row.kind, row.plan], float(row.age))
    return gauge


def _drift(newest: Sequence[Any]) -> Metric:
    """`found` is what should be repaired; `repaired` and `left` are what became of it; `listed` nobody repairs."""
    gauge = GaugeMetricFamily(
        "cvety_reconcile_drift", "Differences of the newest run, by kind and state.", labels=(*RUN, "kind", "state")
    )
    for row in newest:
        for kind, by_state in row.counts.get("kinds", {}).items():
            if kind in REPAIRED_KINDS:
                gauge.add_metric([row.kind, row.plan, kind, "found"], sum(by_state.values()))
            for state in by_state.keys() - {"found"}:
                gauge.add_metric([row.kind, row.plan, kind, state], by_state[state])
    return gauge


def _of_runs(name: str, help: str, newest: Sequence[Any], count: str) -> Metric:
    gauge = GaugeMetricFamily(name, help, labels=RUN)
    for row in newest:
        gauge.add_metric([row.kind, row.plan], row.counts.get(count, 0))
    return gauge


def _durations(newest: Sequence[Any]) -> Metric:
    gauge = GaugeMetricFamily("cvety_reconcile_duration_seconds", "How long the newest run took.", labels=RUN)
    for row in newest:
        gauge.add_metric([row.kind, row.plan], float(row.seconds))
    return gauge


def _alerts(open_now: set[str]) -> Metric:
    gauge = GaugeMetricFamily("cvety_alerts_open", "1 while a condition holds.", labels=["condition"])
    for condition in CONDITIONS:
        gauge.add_metric([condition.name], condition.name in open_now)
    return gauge
