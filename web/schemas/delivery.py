"""When an order can be with its customer, asked for in the customers' words."""

from marshmallow import Schema, fields, validate

from models.order import DELIVERY_TYPES
from web.schemas.fields import Count, QueryId, QueryText, Text, Time
from web.schemas.shop import Clock
from web.schemas.storefront import ShopQuery

MOST_PIECES = 10_000
DAY = {"description": "YYYY-MM-DD, or сегодня, завтра, послезавтра, через N дней", "example": "завтра"}
TIME = {"description": "HH:MM, a slot, or утром, днём, вечером, как можно скорее", "example": "днём"}
PIECES = {"description": "Pieces to be made", "example": 1}


class DeliveryQuery(ShopQuery):
    items = QueryId(most=MOST_PIECES, load_default=1, metadata=PIECES)
    delivery_type = fields.String(validate=validate.OneOf(DELIVERY_TYPES), load_default="scheduled")


class SlotsQuery(DeliveryQuery):
    date = QueryText(load_default="сегодня", metadata=DAY)


class FeasibilityQuery(DeliveryQuery):
    delivery_date = QueryText(load_default=None, metadata=DAY)
    delivery_time = QueryText(load_default=None, metadata=TIME)


class DeliveryBody(Schema):
    items = Count(least=1, most=MOST_PIECES, load_default=1, metadata=PIECES)
    delivery_type = fields.String(
        validate=validate.OneOf(DELIVERY_TYPES), load_default="scheduled", metadata={"example": "scheduled"}
    )


class ValidateBody(DeliveryBody):
    delivery_date = Text(most=200, least=1, required=True, metadata=DAY)
    delivery_time = Text(most=200, allow_none=True, load_default=None, metadata=TIME)


class ParseBody(DeliveryBody):
    text = Text(most=200, least=1, required=True, metadata={"example": "завтра утром"})


class SlotSchema(Schema):
    date = fields.Date(required=True, attribute="day")
    label = fields.String(required=True, metadata={"example": "11:00-13:00"})
    starts_at = Time(required=True)
    ends_at = Time(required=True)


class DaySlotSchema(SlotSchema):
    available = fields.Boolean(required=True)


class DaySchema(Schema):
    date = fields.Date(required=True)
    timezone = fields.String(required=True, metadata={"example": "Asia/Almaty"})
    opens = Clock(required=True, allow_none=True, metadata={"example": "09:00"})
    closes = Clock(required=True, allow_none=True, metadata={"example": "21:00"})
    lead_minutes = fields.Integer(required=True, metadata={"example": 100})
    slots = fields.List(fields.Nested(DaySlotSchema), required=True)


class AnswerSchema(Schema):
    """`slot` is the first that fits; without one, `errors` says what is wrong with which field."""

    slot = fields.Nested(SlotSchema, required=True, allow_none=True)
    errors = fields.Dict(keys=fields.String(), values=fields.List(fields.String()), required=True)
    lead_minutes = fields.Integer(required=True, metadata={"example": 100})


class FeasibilitySchema(AnswerSchema):
    feasible = fields.Boolean(required=True)
    nearest = fields.Nested(
        SlotSchema, required=True, allow_none=True, metadata={"description": "The first of all slots"}
    )


class ValiditySchema(AnswerSchema):
    valid = fields.Boolean(required=True, attribute="feasible")


class ParsedSchema(AnswerSchema):
    feasible = fields.Boolean(required=True)
    date = fields.Date(required=True, allow_none=True, metadata={"description": "The day that was named"})


class ColorSchema(Schema):
    code = fields.String(required=True, metadata={"example": "red"})
    name = fields.String(required=True, metadata={"example": "красный"})
    hex = fields.String(required=True, metadata={"example": "#c8102e"})
