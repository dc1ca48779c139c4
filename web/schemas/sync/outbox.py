"""Entities that must be brought to agreement with the site."""

from marshmallow import Schema, fields, validate

from models.outbox import KINDS, STATES
from web.schemas.fields import Time
from web.schemas.listing import ListQuery


class DebtSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    key = fields.String(
        required=True,
        metadata={"description": "Bitrix id; of a `new_order` our order's UUID", "example": "668826"},
    )
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    reason = fields.String(required=True, metadata={"description": "The newest wish", "example": "edit"})
    error = fields.String(required=True, allow_none=True)
    attempts = fields.Integer(required=True)
    in_doubt = fields.Boolean(required=True, metadata={"description": "A write may have happened there"})
    request_id = fields.String(required=True, allow_none=True)
    wished_at = Time(required=True)
    due_at = Time(required=True)
    lease_until = Time(required=True, allow_none=True, metadata={"description": "Somebody works on it until then"})
    finished_at = Time(required=True, allow_none=True)


class DebtRowSchema(DebtSchema):
    local_id = fields.Integer(
        required=True, allow_none=True, metadata={"description": "Of our order or product; null: we have none"}
    )


class DebtQuery(ListQuery):
    state = fields.String(validate=validate.OneOf(STATES))
    kind = fields.String(validate=validate.OneOf(KINDS))
