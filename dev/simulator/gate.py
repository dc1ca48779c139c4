"""Everything a call of `/api/v2` passes on its way in and out: log, latency, faults, the site's manners, tokens."""

import json
import logging
import time
from collections.abc import Sequence
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from dev.simulator import effects
from dev.simulator.faults import Fault
from dev.simulator.replies import SITE, error, page_of_html, write_error

FAULTS = web.RequestKey("faults", Sequence[Fault])
log = logging.getLogger(__name__)

_HEADERS = ("X-Request-ID", "X-City", "Content-Type", "User-Agent", "Traceparent")
_BODY_KEPT = 20_000


@web.middleware
async def gate(request: web.Request, handler: Handler) -> web.StreamResponse:
    if not request.path.startswith("/api/"):
        return await handler(request)
    site = request.app[SITE]
    started = time.perf_counter()
    body = await request.read()
    faults = site.faults.strike(f"{request.method} {request.path}")
    request[FAULTS] = faults
    response: web.StreamResponse | None = None
    site.journal.open += 1
    try:
        response = await effects.answer(request, faults, site.config.latency_ms, lambda: _answer(request, handler))
    finally:
        site.journal.open -= 1
        status = None if response is None or effects.DROPPED in response else response.status
        took = round((time.perf_counter() - started) * 1000, 2)
        site.journal.add(_route(request), _entry(request, body, faults) | {"status": status, "ms": took})
    return response


async def _answer(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The site's answer when nothing goes wrong on purpose."""
    if refused := _refuse(request):
        return refused
    try:
        return await handler(request)
    except Exception:
        log.exception("%s %s", request.method, request.path)
        return error(500, "internal_error", "Internal server error")


def _refuse(request: web.Request) -> web.StreamResponse | None:
    if request.method in ("GET", "DELETE") and "Content-Type" in request.headers:
        # The site's framework reads a body wherever a type is announced, and there is none.
        return error(500, "internal_error", "Syntax error")
    mistake = request.match_info.http_exception
    if mistake is not None:
        return page_of_html(mistake.status, f"{mistake.status} {mistake.reason}")
    if not request.path.startswith("/api/v2/products/update-from-railway"):
        if _token(request) == request.app[SITE].config.token:
            return None
        if request.method == "POST":
            return write_error(401, "Unauthorized")
        return error(401, "unauthorized", "Invalid or missing access token")
    if _token(request) == request.app[SITE].config.railway_token:
        return None
    return write_error(401, "Unauthorized")


def _token(request: web.Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else request.query.get("access_token", "")


def _route(request: web.Request) -> str:
    resource = request.match_info.route.resource
    return f"{request.method} {resource.canonical if resource else request.path}"


def _entry(request: web.Request, body: bytes, faults: Sequence[Fault]) -> dict[str, Any]:
    """What the log keeps of a request: no token."""
    return {
        "method": request.method,
        "path": request.path,
        "query": {key: value for key, value in request.query.items() if key != "access_token"},
        "headers": {name: request.headers[name] for name in _HEADERS if name in request.headers},
        "body": _decoded(body[:_BODY_KEPT]),
        "faults": [fault.kind for fault in faults],
    }


def _decoded(body: bytes) -> Any:
    try:
        return json.loads(body) if body else None
    except ValueError:
        return body.decode(errors="replace")
