"""Inventory checks: the list to count, what was counted, and what that changed."""

from marshmallow import Schema, fields, validate

from models.inventory_check import STATUSES
from web.schemas.fields import Count, Id, Text, Time

MOST_LINES = 1_000
MOST_PIECES = 10_000_000


class CountableSchema(Schema):
    """A line of the list somebody takes to the shelf."""

    warehouse_item_id = fields.Integer(required=True, attribute="id", metadata={"example": 3})
    name = fields.String(required=True, metadata={"example": "Роза красная"})
    snapshot = fields.Integer(
        required=True,
        attribute="quantity",
        metadata={"description": "What the books say now: send it back with the count", "example": 120},
    )
    reserved = fields.Integer(
        required=True, metadata={"description": "Of these promised to orders, and still to be counted"}
    )
    image = fields.String(required=True, allow_none=True)


class CheckSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 12})
    user_id = fields.Integer(required=True, allow_none=True)
    comment = fields.String(required=True, allow_none=True)
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    lines = fields.Integer(required=True, metadata={"description": "How many items were counted", "example": 40})
    surplus = fields.Integer(required=True, metadata={"description": "Pieces found beyond the books", "example": 2})
    missing = fields.Integer(required=True, metadata={"description": "Pieces not found", "example": 5})
    created_at = Time(required=True)
    applied_at = Time(required=True, allow_none=True)


class CheckLineSchema(Schema):
    warehouse_item_id = fields.Integer(required=True, metadata={"example": 3})
    name = fields.String(required=True, metadata={"example": "Роза красная"})
    snapshot = fields.Integer(
        required=True, metadata={"description": "What the books said when it was counted", "example": 120}
    )
    counted = fields.Integer(required=True, metadata={"example": 115})
    difference = fields.Integer(required=True, metadata={"example": -5})


class WholeCheckSchema(CheckSchema):
    items = fields.List(fields.Nested(CheckLineSchema), required=True)


class NewCheckLine(Schema):
    warehouse_item_id = Id(required=True, metadata={"example": 3})
    counted = Count(most=MOST_PIECES, required=True, metadata={"example": 115})
    snapshot = Count(
        most=MOST_PIECES,
        allow_none=True,
        metadata={
            "description": "As it stood in the list counted from; without it what the books say now",
            "example": 120,
        },
    )


class NewCheck(Schema):
    comment = Text(most=1_000, allow_none=True, metadata={"example": "Перед 8 Марта"})
    items = fields.List(
        fields.Nested(NewCheckLine),
        required=True,
        validate=validate.Length(1, MOST_LINES),
        metadata={"example": [{"warehouse_item_id": 3, "counted": 115, "snapshot": 120}]},
    )


class InventorySummarySchema(Schema):
    items = fields.Integer(required=True, metadata={"description": "On the list", "example": 40})
    pieces = fields.Integer(required=True, metadata={"example": 1250})
    below_minimum = fields.Integer(required=True, metadata={"description": "Items", "example": 3})
    cost_value = fields.Integer(
        required=True, metadata={"description": "Of all pieces, in minor units", "example": 50000000}
    )
    retail_value = fields.Integer(
        required=True, metadata={"description": "Of all pieces, in minor units", "example": 100000000}
    )
    pending = fields.Integer(required=True, metadata={"description": "Checks not applied", "example": 1})
    applied = fields.Integer(required=True, metadata={"description": "Checks applied", "example": 11})
    last_applied_at = Time(required=True, allow_none=True)
