"""GET /metrics for Prometheus: what the processes counted, and how the queues in the database stand."""

import hmac

from flask import Response, request
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from tasks.metrics import registry
from web import caller
from web.configuration import settings
from web.queues import QueuesCollector

_queues = CollectorRegistry()
_queues.register(QueuesCollector())


def metrics() -> Response:
    token = settings().metrics_token
    if token and not _is(token):
        raise caller.unauthorized("Not a token for metrics")
    text = generate_latest(registry(settings())) + generate_latest(_queues)
    return Response(text, content_type=CONTENT_TYPE_LATEST)


def _is(token: str) -> bool:
    given = request.headers.get("Authorization", "").encode("latin-1", "replace")
    return hmac.compare_digest(given, f"Bearer {token}".encode())
