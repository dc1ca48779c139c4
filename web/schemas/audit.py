"""Who changed what, when, from where."""

from marshmallow import Schema, fields, validate

from models.audit_entry import ACTIONS
from web.schemas.fields import QueryId, Time
from web.schemas.listing import ListQuery

ENTITIES = ("user", "team_invitation", "product", "product_recipe", "shop", "warehouse_item")


class AuditEntrySchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 12})
    at = Time(required=True)
    user_id = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "null: somebody who was not signed in", "example": 1},
    )
    user_name = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "null: nobody of this shop", "example": "Айгуль"},
    )
    action = fields.String(required=True, validate=validate.OneOf(ACTIONS), metadata={"example": "changed"})
    entity = fields.String(required=True, validate=validate.OneOf(ENTITIES), metadata={"example": "product"})
    entity_id = fields.Integer(required=True, metadata={"example": 668826})
    changes = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.Raw(allow_none=True)),
        required=True,
        metadata={
            "description": "What was and what is, by field; secrets are not shown",
            "example": {"price": [495000, 500000]},
        },
    )
    address = fields.String(required=True, allow_none=True, metadata={"example": "192.0.2.7"})
    request_id = fields.String(required=True, allow_none=True)


class AuditQuery(ListQuery):
    entity = fields.String(validate=validate.OneOf(ENTITIES), metadata={"example": "product"})
    entity_id = QueryId()
    user = QueryId(metadata={"description": "Id of whoever made the change"})
    since = Time()
