"""What Prometheus may count. Objects only: whoever does the work counts it.

With PROMETHEUS_MULTIPROC_DIR set, prometheus_client keeps the values in files that all processes share, and
whichever process is scraped answers for all of them.
"""

from pathlib import Path

from prometheus_client import REGISTRY as OF_THIS_PROCESS
from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector

from settings import Settings

HTTP_REQUESTS = Histogram(
    "cvety_http_request_seconds",
    "Requests answered, by endpoint, method and status.",
    ["endpoint", "method", "status"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
WEBHOOKS = Counter("cvety_webhooks_total", "Webhooks received, by kind and answer.", ["kind", "answer"])
BITRIX_CALLS = Counter("cvety_bitrix_calls_total", "Calls to the site, by outcome.", ["route", "outcome"])
BITRIX_SECONDS = Histogram("cvety_bitrix_call_seconds", "How long the site takes to answer.", ["route"])
TASK_SECONDS = Histogram(
    "cvety_task_seconds",
    "How long tasks run, by name and how they ended.",
    ["task", "state"],
    buckets=(0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 120),
)


def prepare(settings: Settings) -> None:
    """The directory must be there before the first number is counted."""
    if settings.multiproc_dir:
        Path(settings.multiproc_dir).mkdir(parents=True, exist_ok=True)


def registry(settings: Settings) -> CollectorRegistry:
    """What to scrape: this process alone, or all that share the directory."""
    if not settings.multiproc_dir:
        return OF_THIS_PROCESS
    shared = CollectorRegistry()
    MultiProcessCollector(shared, path=settings.multiproc_dir)
    return shared


def serve(settings: Settings) -> None:
    """Serve this process's numbers on METRICS_PORT, where one is set: for workers, which have no web server."""
    prepare(settings)
    if settings.metrics_port:
        start_http_server(settings.metrics_port, registry=registry(settings))
