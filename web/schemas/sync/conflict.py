"""Fields that both sides changed: what each had, and who won."""

from marshmallow import Schema, fields, validate

from web.schemas.fields import Time
from web.schemas.listing import ListQuery

WINNERS = ("site", "us")


class ConflictSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    kind = fields.Function(
        lambda conflict: conflict.link.kind,
        required=True,
        metadata={"type": "string", "enum": ["order", "product"], "example": "product"},
    )
    bitrix_id = fields.Function(
        lambda conflict: conflict.link.bitrix_id, required=True, metadata={"type": "integer", "example": 668826}
    )
    local_id = fields.Function(
        lambda conflict: conflict.link.local_id, required=True, metadata={"type": "integer", "nullable": True}
    )
    field = fields.String(required=True, metadata={"example": "price"})
    why = fields.String(required=True, validate=validate.OneOf(("both_moved", "no_base")))
    ours = fields.Raw(required=True, allow_none=True, metadata={"example": 495000})
    theirs = fields.Raw(required=True, allow_none=True, metadata={"example": 500000})
    winner = fields.String(required=True, validate=validate.OneOf(WINNERS))
    state = fields.String(required=True, validate=validate.OneOf(("open", "resolved")))
    at = Time(required=True)
    resolved_at = Time(required=True, allow_none=True)


class ConflictQuery(ListQuery):
    state = fields.String(validate=validate.OneOf(("open", "resolved")))
    field = fields.String(validate=validate.Length(max=100))


class Resolution(Schema):
    """Without a winner the conflict is only marked as seen."""

    winner = fields.String(
        validate=validate.OneOf(WINNERS),
        allow_none=True,
        load_default=None,
        metadata={"description": "Whose value is to stand on both sides", "example": "us"},
    )
