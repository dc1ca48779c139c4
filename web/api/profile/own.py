"""The caller's own account, and what they have done."""

from dataclasses import asdict
from typing import Any

from models import User
from shop import taken, workload
from web import caller, confirmation, tenant
from web.api.profile.blueprint import blueprint
from web.schemas.profile import ProfileEdit, ProfileSchema, ProfileStatsSchema


@blueprint.get("/")
@blueprint.response(200, ProfileSchema)
def show() -> dict[str, Any]:
    """The own account"""
    with tenant.personal() as (_, user):
        return _shown(user)


@blueprint.put("/")
@blueprint.arguments(ProfileEdit)
@blueprint.response(200, ProfileSchema)
@blueprint.alt_response(409, "CONFLICT")
@blueprint.alt_response(429, "TOO_MANY_REQUESTS")
def edit(given: dict[str, str]) -> dict[str, Any]:
    """Change the own name, or the phone one signs in by: for that the present password is needed

    409 where somebody else has the phone.
    """
    password = given.pop("password", None)
    renamed = given.get("phone", caller.current().phone) != caller.current().phone
    known = confirmation.confirmed("password", password) if renamed else None
    with tenant.personal() as (session, user):
        if known:
            confirmation.hold(session, user, known)
        for field, value in given.items():
            setattr(user, field, value)
        taken.flush(session)
        return _shown(user)


@blueprint.get("/stats")
@blueprint.response(200, ProfileStatsSchema)
def stats() -> dict[str, Any]:
    """The orders one answers for, and those one delivers"""
    with tenant.staff() as session:
        return workload.of(session, caller.current().id)


def _shown(user: User) -> dict[str, Any]:
    own = {"name": user.name, "phone": user.phone, "created_at": user.created_at}
    return asdict(caller.current()) | own
