"""What both sides agreed on for one entity, field by field."""

from marshmallow import Schema, fields, validate

from models.sync_link import STATES
from web.schemas.fields import Time
from web.schemas.sync.conflict import ConflictSchema
from web.schemas.sync.outbox import DebtSchema


class SharedFieldSchema(Schema):
    name = fields.String(required=True, metadata={"example": "price"})
    direction = fields.String(
        required=True,
        validate=validate.OneOf(("both", "take", "push")),
        metadata={"description": "take: only the site may change it; push: only we"},
    )
    owner = fields.String(required=True, metadata={"description": "Who wins a conflict", "example": "site"})
    now = fields.Raw(required=True, allow_none=True, metadata={"description": "What we have"})
    ours = fields.Raw(required=True, allow_none=True, metadata={"description": "What we had when it was agreed"})
    theirs = fields.Raw(
        required=True, allow_none=True, metadata={"description": "What the site had when it was agreed"}
    )
    rejected = fields.String(
        required=True, allow_none=True, metadata={"description": "Why the site's value cannot be read"}
    )


class LinkSchema(Schema):
    kind = fields.String(required=True, validate=validate.OneOf(("order", "product")))
    bitrix_id = fields.Integer(required=True, metadata={"example": 668826})
    local_id = fields.Integer(required=True, allow_none=True, metadata={"description": "null: deleted here"})
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    agreed_at = Time(required=True, allow_none=True)
    fields_ = fields.List(fields.Nested(SharedFieldSchema), required=True, data_key="fields", attribute="shared")
    pending = fields.Nested(
        DebtSchema, required=True, allow_none=True, metadata={"description": "What it owes, unless it is settled"}
    )
    conflicts = fields.List(fields.Nested(ConflictSchema), required=True, metadata={"description": "Open ones"})
