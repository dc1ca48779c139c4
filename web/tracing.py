"""Each request: an id for all it sets off, one line in the log, one observation for Prometheus."""

from time import perf_counter

import structlog
from flask import Flask, Response, g, request

from tasks.logs import bind_request_id, request_id, usable_request_id
from tasks.metrics import HTTP_REQUESTS

log = structlog.get_logger()


def register(app: Flask) -> None:
    app.before_request(begin)
    app.after_request(finish)
    app.teardown_request(end)


def begin() -> None:
    g.started = perf_counter()
    bind_request_id(usable_request_id(request.headers.get("X-Request-ID")))


def finish(response: Response) -> Response:
    """Neither query nor headers are logged: phones are searched for, and tokens are sent."""
    seconds = perf_counter() - g.started
    response.headers["X-Request-ID"] = request_id() or ""
    endpoint = request.endpoint or "unknown"
    method = request.method if request.endpoint else "any"  # nobody's word may make a series of its own
    HTTP_REQUESTS.labels(endpoint, method, response.status_code).observe(seconds)
    log.info(
        "request",
        method=request.method,
        path=request.path,
        endpoint=endpoint,
        status=response.status_code,
        ms=round(seconds * 1000, 2),
    )
    return response


def end(_error: BaseException | None) -> None:
    """The thread goes on to other work, which is not this request's."""
    bind_request_id(None)
