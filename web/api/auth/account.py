"""Who is signed in, with which password, and who else works here."""

from typing import Any

from sqlalchemy import select

from models import User, begin
from shop import auth_sessions
from shop.passwords import hash_password, verify_password
from web import caller, lockout, tenant
from web.api import members
from web.api.auth.blueprint import blueprint
from web.caller import Caller
from web.errors import Problem
from web.schemas.auth import CallerSchema, PasswordChange
from web.schemas.member import ColleagueQuery, MemberList


@blueprint.get("/me")
@blueprint.response(200, CallerSchema)
def me() -> Caller:
    """Who is signed in, and what they may do"""
    return caller.current()


@blueprint.get("/users")
@blueprint.arguments(ColleagueQuery, location="query")
@blueprint.response(200, MemberList)
def list_users(asked: dict[str, Any]) -> dict[str, Any]:
    """Everybody who works in the shop now"""
    return members.page(asked | {"is_active": True})


@blueprint.put("/change-password")
@blueprint.arguments(PasswordChange)
@blueprint.response(204)
@blueprint.alt_response(409, "CONFLICT")
@blueprint.alt_response(429, "TOO_MANY_REQUESTS")
def change_password(given: dict[str, str]) -> None:
    """Take another password; every other sign-in of the account ends"""
    who = caller.current()
    with lockout.guessing(who.phone):
        old = _verified(who.id, given["current_password"])
    new = hash_password(given["new_password"])
    with tenant.personal() as (session, user):
        session.refresh(user, with_for_update=True)
        if user.password_hash != old:
            raise Problem(409, "The password was changed meanwhile")
        user.password_hash = new
        auth_sessions.revoke_all(session, user.id, but=who.session_id)


def _verified(user_id: int, password: str) -> str:
    """The hash that the password was found right against; Problem 422."""
    with begin() as session:
        known = session.scalar(select(User.password_hash).where(User.id == user_id))
    if known is None or not verify_password(known, password):
        raise Problem(422, "Some fields are wrong", {"current_password": ["Wrong password."]})
    return known
