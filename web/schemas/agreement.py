"""How a row stands with the site."""

from marshmallow import Schema, fields, validate

from models.order import STATUSES
from web.schemas.fields import Time

STATES = ("agreed", "pending", "dead", "local_only", "gone_there")


class AgreementSchema(Schema):
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    agreed_at = Time(required=True, allow_none=True)
    conflicts = fields.Integer(required=True, metadata={"description": "Open ones"})
    rejected = fields.Dict(
        required=True, metadata={"description": "Fields of the site's that cannot be read: {field: why}"}
    )


class OrderAgreementSchema(AgreementSchema):
    by_hand = fields.List(
        fields.String(),
        required=True,
        metadata={
            "description": "Shared fields that changed here and that the site has no call for: enter them there",
            "example": ["status"],
        },
    )
    status_there = fields.String(
        required=True,
        allow_none=True,
        validate=validate.OneOf(STATUSES),
        metadata={"description": "The site's status in our words, as we last heard of it"},
    )
