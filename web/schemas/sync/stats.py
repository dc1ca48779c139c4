"""How the last hour, day or month went."""

from marshmallow import EXCLUDE, Schema, fields, validate

from models.webhook_event import STATES
from sync.trends import WINDOWS
from web.schemas.fields import Time


class StatsQuery(Schema):
    class Meta:
        unknown = EXCLUDE

    window = fields.String(validate=validate.OneOf(tuple(WINDOWS)), load_default="24h")


class FoundSchema(Schema):
    found = fields.Integer(required=True)
    repaired = fields.Integer(required=True)
    left = fields.Integer(required=True)


class BucketSchema(Schema):
    at = Time(required=True, metadata={"description": "Its beginning"})
    webhooks = fields.Dict(
        keys=fields.String(validate=validate.OneOf(STATES)),
        values=fields.Integer(),
        required=True,
        metadata={"description": "Received, by what became of them", "example": {"applied": 12}},
    )
    applied_p50_s = fields.Float(required=True, allow_none=True, metadata={"description": "From receipt to effect"})
    applied_p95_s = fields.Float(required=True, allow_none=True)
    inbox_waiting = fields.Integer(required=True, metadata={"description": "Events that waited at its end"})
    settled = fields.Integer(required=True, metadata={"description": "Entities that last came to agreement here"})
    drift = fields.Nested(FoundSchema, required=True, metadata={"description": "Of the runs that ended here"})


class StatsSchema(Schema):
    window = fields.String(required=True, validate=validate.OneOf(tuple(WINDOWS)))
    bucket_s = fields.Integer(required=True, metadata={"example": 900})
    buckets = fields.List(
        fields.Nested(BucketSchema), required=True, metadata={"description": "Oldest first; the last is not over"}
    )
