"""Signing in, going on, signing out."""

from typing import Any

from sqlalchemy import select

from models import User, begin
from shop.passwords import verify_password
from web import caller, lockout, sign_in
from web.api.auth.blueprint import blueprint
from web.schemas.auth import SESSION_HEADER, LoginSchema, RefreshSchema, TokenSchema


@blueprint.post("/login", parameters=[SESSION_HEADER])
@blueprint.arguments(LoginSchema)
@blueprint.response(200, TokenSchema)
@blueprint.alt_response(401, "UNAUTHORIZED")
@blueprint.alt_response(429, "TOO_MANY_REQUESTS")
def login(given: dict[str, Any]) -> dict[str, Any]:
    """Sign in by phone and password

    An unknown phone, a wrong password and a blocked account get the same answer after the same work.
    """
    with lockout.guessing(given["phone"]):
        return sign_in.enter(*_verified(given["phone"], given["password"]))


@blueprint.post("/refresh", parameters=[SESSION_HEADER])
@blueprint.arguments(RefreshSchema)
@blueprint.response(200, TokenSchema)
@blueprint.alt_response(401, "UNAUTHORIZED")
@blueprint.alt_response(429, "TOO_MANY_REQUESTS")
def refresh(given: dict[str, Any]) -> dict[str, Any]:
    """New tokens for a refresh token, which is worth nothing afterwards

    It comes in the body or, with `X-Session: cookie`, in the cookie. One that was replaced before ends the
    sign-in: somebody has stolen it.
    """
    return sign_in.renew(given)


@blueprint.post("/logout")
@blueprint.response(204)
def logout() -> None:
    """Sign out: the refresh token and the access tokens of this sign-in are worth nothing from now on"""
    sign_in.leave(caller.current())


def _verified(phone: str, password: str) -> tuple[int, str]:
    """Whose password it is, and the hash it was checked against; Problem 401.

    No transaction stays open while the password is checked, which is slow on purpose.
    """
    with begin() as session:
        row = session.execute(select(User.id, User.password_hash).where(User.phone == phone)).one_or_none()
    if not verify_password(row.password_hash if row else None, password) or row is None:
        raise caller.unauthorized("Wrong phone or password")
    return row.id, row.password_hash
