"""The people of the shop: who they are, what they may do, and their leaving."""

from typing import Any

from models import User
from shop import team
from web import caller, tenant
from web.api import members
from web.api.profile.blueprint import ID, blueprint
from web.schemas.member import MemberList, MemberQuery, MemberSchema, RoleSchema


@blueprint.get("/team")
@blueprint.arguments(MemberQuery, location="query")
@blueprint.response(200, MemberList)
def list_team(asked: dict[str, Any]) -> dict[str, Any]:
    """The team; with `is_active=false` those who left it"""
    return members.page(asked)


@blueprint.put(f"/team/{ID}/role")
@blueprint.arguments(RoleSchema)
@blueprint.response(200, MemberSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def set_role(given: dict[str, str], id: int) -> User:
    """Give a member of the team another role

    409 for the last director, and for somebody who left.
    """
    with tenant.staff() as session:
        return team.set_role(session, id, given["role"], by=caller.current())


@blueprint.delete(f"/team/{ID}")
@blueprint.response(204)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def remove(id: int) -> None:
    """Take somebody out of the team: no access from now on, what they did stays

    409 for the last director.
    """
    with tenant.staff() as session:
        team.remove(session, id, by=caller.current())
