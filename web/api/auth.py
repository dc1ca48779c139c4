"""/auth: signing in, and who one is."""

from math import ceil
from typing import Any

import structlog
from flask import request
from sqlalchemy import select

from models import User, begin
from shop.passwords import verify_password
from web import caller, tokens
from web.caller import Caller
from web.configuration import settings
from web.errors import Problem
from web.parsing import Blueprint
from web.schemas.auth import LoginSchema, TokenSchema, UserSchema
from web.throttle import Throttle

log = structlog.get_logger()

blueprint = Blueprint("auth", __name__, url_prefix="/api/v1/auth", description="Signing in")

wrong_passwords = Throttle(allowed=10, forgive_s=6)


@blueprint.post("/login")
@blueprint.arguments(LoginSchema)
@blueprint.response(200, TokenSchema)
@blueprint.alt_response(401, "UNAUTHORIZED")
@blueprint.alt_response(429, "TOO_MANY_REQUESTS")
def login(given: dict[str, Any]) -> dict[str, Any]:
    """Sign in by phone and password

    An unknown phone, a wrong password and a blocked account get the same answer after the same work.
    """
    key = f"{request.remote_addr} {given['phone']}"
    if wait_s := wrong_passwords.wait_s(key):
        raise Problem(429, "Too many wrong passwords", headers={"Retry-After": str(ceil(wait_s))})
    user = _verified(given["phone"], given["password"])
    if user is None:
        wrong_passwords.mistake(key)
        raise caller.unauthorized("Wrong phone or password")
    log.info("signed_in", user_id=user.id)
    return {
        "access_token": tokens.issue(user.id, settings()),
        "expires_in": int(tokens.ACCESS_LIFETIME.total_seconds()),
        "user": user,
    }


@blueprint.get("/me")
@blueprint.response(200, UserSchema)
def me() -> Caller:
    """Who is signed in"""
    return caller.current()


def _verified(phone: str, password: str) -> Caller | None:
    """No transaction stays open while the password is checked, which is slow on purpose."""
    with begin() as session:
        row = session.execute(select(User.id, User.password_hash).where(User.phone == phone)).one_or_none()
    if not verify_password(row.password_hash if row else None, password) or row is None:
        return None
    return caller.load(row.id)
