"""Invitations into a team."""

from marshmallow import Schema, fields, validate

from models.team_invitation import STATUSES
from web.schemas.auth import person_name
from web.schemas.fields import Phone, Time
from web.schemas.member import ROLE


class NewInvitation(Schema):
    phone = Phone(required=True, metadata={"example": "+77000000003"})
    name = person_name()
    role = fields.String(required=True, validate=ROLE, metadata={"example": "florist"})


class InvitationSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    phone = fields.String(required=True, metadata={"example": "+77000000003"})
    name = fields.String(required=True, metadata={"example": "Дана"})
    role = fields.String(required=True, validate=ROLE, metadata={"example": "florist"})
    status = fields.String(
        required=True, attribute="status_now", validate=validate.OneOf(STATUSES), metadata={"example": "pending"}
    )
    invited_by_id = fields.Integer(required=True, metadata={"example": 1})
    created_at = Time(required=True)
    expires_at = Time(required=True)


class CodedInvitationSchema(InvitationSchema):
    code = fields.String(required=True, metadata={"description": "Told only here", "example": "gq6G0yB..."})
