"""How often one address may call a public route: the table, and who enforces it.

Each route counts by itself. Where Valkey is away everybody is let through (web.limit_store); wrong passwords are
counted in each process besides (web.lockout).
"""

from math import ceil
from time import time
from typing import NoReturn

from flask import Flask, request
from flask_limiter import Limiter, RequestLimit

from web import limit_store
from web.address import sender
from web.configuration import settings
from web.errors import Problem
from web.rights import RIGHTS, Right

USUAL = "600 per minute"  # a household's browsers, or a small office's behind one address
LIMITS: dict[str, str] = {
    # a password or a code can be guessed, and checking it costs
    "auth.login": "60 per minute",
    "auth.accept_invitation": "20 per minute",
    "auth.refresh": "120 per minute",
    # each makes rows that somebody has to look at
    "auth.register": "10 per hour",
    "orders.create_public": "30 per minute",
    "reviews.add_company": "10 per minute",
    "reviews.add_product": "10 per minute",
    # nine digits can be tried one after another
    "tracking.show": "60 per minute",
    "tracking.status": "60 per minute",
    "tracking.edit": "30 per minute",
    "tracking.photo_feedback": "30 per minute",
    # a page of the catalogue asks for dozens
    "pictures.show": "6000 per minute",
    "panel.asset": "6000 per minute",
}
# Whoever watches the house must see it in a flood too.
UNLIMITED = frozenset({"app.index", "app.health", "app.ready", "app.metrics"})


def register(app: Flask) -> None:
    with app.app_context():
        chosen = settings()
    if chosen.rate_limits and chosen.redis_url:
        limiter = Limiter(
            sender,
            app=app,
            default_limits=[_limit],
            storage_uri=limit_store.uri(chosen.redis_url),
            on_breach=_refuse,
        )
        limiter.request_filter(_is_free)


def _limit() -> str:
    return LIMITS.get(request.endpoint or "", USUAL)


def _is_free() -> bool:
    endpoint = request.endpoint or ""
    is_public = RIGHTS.get(endpoint) is Right.PUBLIC
    return not is_public or endpoint in UNLIMITED or request.method == "OPTIONS"


def _refuse(limit: RequestLimit) -> NoReturn:
    wait_s = max(1, ceil(limit.reset_at - time()))
    raise Problem(429, "Too many requests", headers={"Retry-After": str(wait_s)})
