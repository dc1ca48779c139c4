"""Are both sides in agreement, and what stands in the way."""

from marshmallow import Schema, fields, validate

from web.schemas.fields import Time
from web.schemas.sync.run import CountsSchema, RunSchema

KEPT = (
    "inbox_waits outbox_waits dead_letters imports_wait_for_a_creation"
    " orders_unknown orders_differ products_unknown products_differ"
)


class ComparedSchema(Schema):
    scope = fields.String(required=True, metadata={"example": "orders"})
    run_id = fields.Integer(
        required=True, allow_none=True, metadata={"description": "The last whole run that is done"}
    )
    at = Time(required=True, allow_none=True)
    agreed_since = Time(
        required=True, allow_none=True, metadata={"description": "null: something is left to repair"}
    )
    counts = fields.Nested(CountsSchema, required=True)


class QueueSchema(Schema):
    pending = fields.Integer(required=True)
    due = fields.Integer(required=True)
    dead = fields.Integer(required=True)
    oldest_s = fields.Float(
        required=True,
        metadata={"description": "How long the oldest waits: since it was due, or if it failed, since it arrived"},
    )


class InboxSchema(QueueSchema):
    parked = fields.Integer(required=True, metadata={"description": "Of orders nobody knows here yet"})


class SiteSchema(Schema):
    ok = fields.Boolean(required=True)
    outcome = fields.String(required=True, allow_none=True, metadata={"example": "ok"})
    age_s = fields.Float(required=True, allow_none=True, metadata={"description": "Since the last call"})
    seconds = fields.Float(required=True, allow_none=True, metadata={"description": "How long that call took"})
    breaker = fields.String(
        required=True,
        validate=validate.OneOf(("closed", "open", "half_open")),
        metadata={"description": "open: no call goes out; half_open: one probe"},
    )
    retry_after_s = fields.Float(required=True, metadata={"description": "Until the next probe; 0 while closed"})


class OpenAlertSchema(Schema):
    condition = fields.String(required=True, metadata={"example": "dead_letters"})
    since = Time(required=True)
    detail = fields.Dict(required=True, metadata={"example": {"events": 3}})


class NextSchema(Schema):
    name = fields.String(required=True, metadata={"example": "reconcile-nightly"})
    at = Time(required=True, allow_none=True, metadata={"description": "null: switched off"})


class OverviewSchema(Schema):
    agreed = fields.Boolean(required=True)
    since = Time(required=True, allow_none=True, metadata={"description": "Both kinds agree since then"})
    why_not = fields.List(
        fields.String(), required=True, metadata={"description": f"Of: {KEPT.replace(' ', ', ')}"}
    )
    compared = fields.List(fields.Nested(ComparedSchema), required=True)
    inbox = fields.Nested(InboxSchema, required=True)
    outbox = fields.Nested(QueueSchema, required=True)
    conflicts_open = fields.Integer(required=True)
    rejected = fields.Integer(required=True, metadata={"description": "Entities with a value nobody can read"})
    site = fields.Nested(SiteSchema, required=True)
    alerts = fields.List(fields.Nested(OpenAlertSchema), required=True)
    runs = fields.List(
        fields.Nested(RunSchema),
        required=True,
        metadata={"description": "Those that are not over, and halted ones that wait for a person"},
    )
    next_runs = fields.List(fields.Nested(NextSchema), required=True)
    flower_url = fields.String(
        required=True, allow_none=True, metadata={"description": "Where tasks can be watched, if told"}
    )
