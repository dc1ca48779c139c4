"""What an order would cost, whether it can be made, and how many there are."""

from marshmallow import Schema, fields, validate

from models.order import DELIVERY_TYPES, STATUSES
from web.schemas.order import MOST_LINES, NewOrderLine, PricedHere


class AskedItems(PricedHere):
    items = fields.List(
        fields.Nested(NewOrderLine),
        required=True,
        validate=validate.Length(1, MOST_LINES),
        metadata={"example": [{"product_id": 668826, "quantity": 1}]},
    )


class AskedOrder(AskedItems):
    delivery_type = fields.String(
        validate=validate.OneOf(DELIVERY_TYPES), load_default="scheduled", metadata={"example": "scheduled"}
    )


class StandingSchema(Schema):
    product_id = fields.Integer(required=True, allow_none=True, metadata={"example": 668826})
    name = fields.String(required=True, metadata={"example": "Эустомы"})
    quantity = fields.Integer(required=True, metadata={"description": "Asked for", "example": 3})
    available = fields.Integer(required=True, metadata={"description": "Of these", "example": 2})
    enough = fields.Boolean(required=True, metadata={"example": False})


class ItemsAvailabilitySchema(Schema):
    available = fields.Boolean(required=True, metadata={"description": "All of it", "example": False})
    items = fields.List(fields.Nested(StandingSchema), required=True)


class PricedSchema(StandingSchema):
    price = fields.Integer(required=True, metadata={"description": "Minor units", "example": 495000})
    total = fields.Integer(required=True, metadata={"example": 1485000})


class PreviewSchema(Schema):
    available = fields.Boolean(required=True, metadata={"description": "All of it", "example": False})
    items = fields.List(fields.Nested(PricedSchema), required=True)
    subtotal = fields.Integer(required=True, metadata={"description": "Minor units", "example": 1485000})
    delivery_cost = fields.Integer(required=True, metadata={"example": 0})
    total = fields.Integer(required=True, metadata={"example": 1485000})


class TodaySchema(Schema):
    """Cancelled orders are left out."""

    count = fields.Integer(required=True, metadata={"example": 12})
    revenue = fields.Integer(required=True, metadata={"description": "Minor units", "example": 7740000})


class DashboardSchema(Schema):
    by_status = fields.Nested(
        Schema.from_dict({name: fields.Integer(required=True) for name in STATUSES}, name="OrdersByStatus"),
        required=True,
    )
    total = fields.Integer(required=True, metadata={"example": 340})
    today = fields.Nested(TodaySchema, required=True)
