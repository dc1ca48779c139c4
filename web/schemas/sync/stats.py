"""How the last hour, day or month went."""

from marshmallow import EXCLUDE, Schema, fields, validate

from models.webhook_event import STATES
from sync.trends import WINDOWS
from web.schemas.fields import Time


def _of_samples(kind: type[fields.Field], what: str, example: float) -> fields.Field:
    return kind(required=True, allow_none=True, metadata={"description": what, "example": example})


class StatsQuery(Schema):
    class Meta:
        unknown = EXCLUDE

    window = fields.String(validate=validate.OneOf(tuple(WINDOWS)), load_default="24h")


class FoundSchema(Schema):
    found = fields.Integer(required=True)
    repaired = fields.Integer(required=True)
    left = fields.Integer(required=True)


class BreakerMinutesSchema(Schema):
    closed = fields.Integer(required=True, metadata={"example": 13})
    half_open = fields.Integer(required=True, metadata={"example": 1})
    open = fields.Integer(required=True, metadata={"example": 1})


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

    sampled = fields.Integer(
        required=True,
        metadata={"description": "Minutes in which we looked; what follows is null where it is 0", "example": 15},
    )
    outbox_pending = _of_samples(fields.Integer, "Most entities that were owed to the site at once", 4)
    outbox_oldest_s = _of_samples(fields.Float, "Most that one of them had been owed for", 42.5)
    inbox_oldest_s = _of_samples(fields.Float, "Most that a due event had waited", 1.5)
    dead = _of_samples(fields.Integer, "Most events and debts that were given up at once", 0)
    site_calls = _of_samples(fields.Integer, "Calls to the site; null where they were not counted", 120)
    site_failed = _of_samples(fields.Integer, "Those of them that got no answer, or that of a site in trouble", 2)
    site_mean_s = _of_samples(fields.Float, "How long the site took for the others, on average", 0.31)
    breaker = fields.Nested(
        BreakerMinutesSchema,
        required=True,
        metadata={"description": "Minutes by its state; a minute in which it turned a call away is an open one"},
    )


class StatsSchema(Schema):
    window = fields.String(required=True, validate=validate.OneOf(tuple(WINDOWS)))
    bucket_s = fields.Integer(required=True, metadata={"example": 900})
    buckets = fields.List(
        fields.Nested(BucketSchema), required=True, metadata={"description": "Oldest first; the last is not over"}
    )
