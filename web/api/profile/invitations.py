"""Invitations into the team."""

from datetime import UTC, datetime
from typing import Any

from flask import Response, jsonify
from sqlalchemy import select

from models import TeamInvitation, begin
from shop import invitations, taken
from web import caller, tenant
from web.api.profile.blueprint import ID, blueprint
from web.pagination import newest_ids_first
from web.schemas.invitation import CodedInvitationSchema, InvitationSchema, NewInvitation
from web.schemas.listing import ListQuery, list_of


@blueprint.post("/team/invite")
@blueprint.arguments(NewInvitation)
@blueprint.response(201, CodedInvitationSchema)
@blueprint.alt_response(409, "CONFLICT")
def invite(given: dict[str, str]) -> tuple[Response, int]:
    """Invite somebody into the team

    The code is in this answer and nowhere else: hand it to whoever is invited. 403 for a role above one's own, 409
    for a phone that has an account or a pending invitation.
    """
    with begin() as session:  # of no shop: a phone has one account in all of them
        taken.refuse_known(session, given["phone"])
    with tenant.staff() as session:
        invitation, code = invitations.invite(
            session, tenant.shop_id(session), by=caller.current(), now=datetime.now(UTC), **given
        )
        session.refresh(invitation)
    return jsonify(CodedInvitationSchema().dump(invitation) | {"code": code}), 201


@blueprint.get("/team/invitations")
@blueprint.arguments(ListQuery, location="query")
@blueprint.response(200, list_of(InvitationSchema))
def list_invitations(asked: dict[str, Any]) -> dict[str, Any]:
    """Who was invited, the newest first"""
    with tenant.staff() as session:
        query = select(TeamInvitation).where(TeamInvitation.shop_id == tenant.shop_id(session))
        rows, page = newest_ids_first(session, query, TeamInvitation.id, asked)
        return {"items": rows, **page}


@blueprint.delete(f"/team/invitations/{ID}")
@blueprint.response(204)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def revoke_invitation(id: int) -> None:
    """Withdraw an invitation: its code opens nothing from now on

    409 where it was accepted already.
    """
    with tenant.staff() as session:
        invitations.withdraw(session, id, by=caller.current())
