"""Webhooks as they were received, and what became of them."""

from marshmallow import Schema, fields, validate

from models.webhook_event import ENTITIES, STATES
from web.schemas.fields import Count, Id, QueryId, QueryText, Text, Time
from web.schemas.listing import ListQuery

MOST_REPLAYED = 1000


class EventSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    entity = fields.String(required=True, validate=validate.OneOf(ENTITIES))
    bitrix_id = fields.Integer(required=True, metadata={"example": 123901})
    local_id = fields.Integer(
        required=True, allow_none=True, metadata={"description": "Of our order or product; null: we have none"}
    )
    kind = fields.String(required=True, metadata={"example": "order.status"})
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    reason = fields.String(required=True, allow_none=True)
    error = fields.String(required=True, allow_none=True)
    attempts = fields.Integer(required=True)
    replayed = fields.Boolean(required=True)
    external_id = fields.String(required=True, allow_none=True)
    request_id = fields.String(required=True, allow_none=True)
    received_at = Time(required=True)
    due_at = Time(required=True)
    finished_at = Time(required=True, allow_none=True)


class EventDetailSchema(EventSchema):
    payload = fields.Dict(
        required=True, metadata={"description": "As it came; without names and phones once it is anonymised"}
    )
    anonymised_at = Time(required=True, allow_none=True)


class EventQuery(ListQuery):
    state = fields.String(validate=validate.OneOf(STATES))
    kind = QueryText(most=100, metadata={"example": "order.status"})
    entity = fields.String(validate=validate.OneOf(ENTITIES))
    bitrix_id = QueryId()
    since = Time(metadata={"description": "Received at or after this moment"})


class ReplayFilter(Schema):
    """The oldest events that fit are replayed, `limit` at a time."""

    state = fields.String(required=True, validate=validate.OneOf(STATES[1:]), metadata={"example": "dead"})
    kind = Text(most=100, metadata={"example": "order.status"})
    entity = fields.String(validate=validate.OneOf(ENTITIES))
    bitrix_id = Id()
    since = Time()
    limit = Count(least=1, most=MOST_REPLAYED, load_default=MOST_REPLAYED)


class ReplayedSchema(Schema):
    replayed = fields.Integer(required=True, metadata={"example": 12})
    left = fields.Integer(required=True, metadata={"description": "Fit as well, but were over the limit"})
