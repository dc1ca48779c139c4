"""What customers send to order, and the little they are told."""

from marshmallow import Schema, fields, validate

from models.order import STATUSES
from web.schemas.fields import Time
from web.schemas.order import NewOrder


class NewPublicOrder(NewOrder):
    """The same fields as staff's."""


class PlacedSchema(Schema):
    number = fields.String(required=True, metadata={"example": "#00001"})
    tracking_id = fields.String(required=True, metadata={"example": "123456789"})
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    subtotal = fields.Integer(required=True, metadata={"description": "Minor units", "example": 495000})
    delivery_cost = fields.Integer(required=True, metadata={"example": 150000})
    total = fields.Integer(required=True, metadata={"example": 645000})
    created_at = Time(required=True)
