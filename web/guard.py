"""Rights are enforced here, before any handler runs, from the one table."""

import hmac

from flask import Flask, request

from web import caller, rights
from web.configuration import settings
from web.errors import Problem
from web.rights import RIGHTS, Right


def register(app: Flask) -> None:
    app.before_request(enforce)


def enforce() -> None:
    """Raises Problem 401 or 403. What matches no route passes: it has its own answer, 404 or 405."""
    endpoint = request.endpoint
    if endpoint is None or request.method == "OPTIONS":
        return
    right = RIGHTS.get(endpoint)
    if right is Right.PUBLIC:
        return
    if right is Right.WEBHOOK:
        _require_secret()
    elif right is None:
        raise Problem(403, "Nobody has the right")
    elif not rights.has(caller.current(), right):
        raise Problem(403, "Only for superadmins" if right is Right.SUPERADMIN else "Your role lacks the right")


def _require_secret() -> None:
    """Constant time, over the bytes as sent (WSGI spells them as latin-1), against every secret in force."""
    given = request.headers.get("X-Webhook-Secret", "").encode("latin-1", "replace")
    matches = [hmac.compare_digest(given, known.encode()) for known in settings().webhook_secrets]
    if not any(matches):
        raise Problem(401, "Invalid webhook secret")
