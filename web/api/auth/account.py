"""Who is signed in, with which password, and who else works here."""

from typing import Any

from shop import auth_sessions
from shop.passwords import hash_password
from web import caller, confirmation, tenant
from web.api import members
from web.api.auth.blueprint import blueprint
from web.caller import Caller
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
    known = confirmation.confirmed("current_password", given["current_password"])
    new = hash_password(given["new_password"])
    with tenant.personal() as (session, user):
        confirmation.hold(session, user, known)
        user.password_hash = new
        auth_sessions.revoke_all(session, user.id, but=caller.current().session_id)
