"""What somebody gets who has shown who they are: an access token, and a refresh token in the body or a cookie.

The cookie is taken only with the header `X-Session: cookie`, which a page of another origin cannot send without
being permitted first; SameSite=Strict stands behind it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import structlog
from flask import Response, after_this_request, request

from models import begin
from shop import auth_sessions
from shop.auth_sessions import SignIn
from web import caller, tokens
from web.caller import Caller
from web.configuration import settings
from web.errors import Problem

log = structlog.get_logger()

COOKIE = "refresh_token"
COOKIE_PATH = "/api/v1/auth"


def enter(user_id: int, password_hash: str) -> dict[str, Any]:
    """A new sign-in. Raises Problem 401 where the user is blocked, or has another password by now."""
    who = caller.load(user_id)
    if who:
        with begin() as session:
            signed_in = auth_sessions.start(session, user_id, password_hash, datetime.now(UTC))
        if signed_in:
            log.info("signed_in", user_id=user_id)
            return _answer(who, signed_in)
    raise caller.unauthorized("Wrong phone or password")


def renew(given: Mapping[str, Any]) -> dict[str, Any]:
    """The same sign-in goes on with new tokens. Raises Problem 401, also for people blocked meanwhile."""
    key = settings().jwt_secret.encode()
    with begin() as session:
        signed_in = auth_sessions.renew(session, _presented(given), key, datetime.now(UTC))
    who = caller.load(signed_in.user_id, signed_in.session_id) if signed_in else None
    if signed_in is None or who is None:
        log.warning("refresh_refused", user_id=signed_in.user_id if signed_in else None)
        raise caller.unauthorized("Sign in again")
    return _answer(who, signed_in)


def leave(who: Caller) -> None:
    """The sign-in behind the caller's token ends, and its cookie goes."""
    if who.session_id:
        with begin() as session:
            auth_sessions.revoke(session, who.session_id)
    if request.cookies.get(COOKIE):
        _set_cookie("", 0)


def _answer(who: Caller, signed_in: SignIn) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "access_token": tokens.issue(who.id, settings(), signed_in.session_id),
        "expires_in": int(tokens.ACCESS_LIFETIME.total_seconds()),
        "user": who,
    }
    if _wants_cookie():
        _set_cookie(signed_in.refresh_token, int(auth_sessions.LIFETIME.total_seconds()))
    else:
        answer["refresh_token"] = signed_in.refresh_token
    return answer


def _presented(given: Mapping[str, Any]) -> str:
    token: str | None = given.get("refresh_token")
    if _wants_cookie() and not token:
        token = request.cookies.get(COOKIE)
        if not token:
            raise caller.unauthorized("Sign in again")
    if not token:
        raise Problem(422, "Some fields are wrong", {"refresh_token": ["Missing data for required field."]})
    return token


def _wants_cookie() -> bool:
    return request.headers.get("X-Session") == "cookie"


def _set_cookie(value: str, max_age: int) -> None:
    @after_this_request
    def with_cookie(response: Response) -> Response:
        response.set_cookie(
            COOKIE,
            value,
            max_age=max_age,
            path=COOKIE_PATH,
            secure=settings().production,
            httponly=True,
            samesite="Strict",
        )
        return response
