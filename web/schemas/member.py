"""The people of a shop."""

from marshmallow import Schema, fields, validate

from models.user import ROLES
from web.schemas.fields import QueryFlag, Time
from web.schemas.listing import ListQuery, list_of

ROLE = validate.OneOf(ROLES)


class MemberSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 2})
    name = fields.String(required=True, metadata={"example": "Дана"})
    phone = fields.String(required=True, metadata={"example": "+77000000002"})
    role = fields.String(required=True, validate=ROLE, metadata={"example": "florist"})
    is_active = fields.Boolean(required=True)
    is_superadmin = fields.Boolean(required=True, metadata={"description": "Stands above every role"})
    invited_by_id = fields.Integer(required=True, allow_none=True, metadata={"example": 1})
    created_at = Time(required=True)


MemberList = list_of(MemberSchema)


class ColleagueQuery(ListQuery):
    role = fields.String(validate=ROLE)


class MemberQuery(ColleagueQuery):
    is_active = QueryFlag(load_default=True)


class RoleSchema(Schema):
    role = fields.String(required=True, validate=ROLE, metadata={"example": "manager"})
