"""The little that customers are told of what they ordered."""

from marshmallow import Schema, fields, validate

from models.order import STATUSES
from web.schemas.fields import Time


class PlacedSchema(Schema):
    number = fields.String(required=True, metadata={"example": "#00001"})
    tracking_id = fields.String(required=True, metadata={"example": "123456789"})
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    subtotal = fields.Integer(required=True, metadata={"description": "Minor units", "example": 495000})
    delivery_cost = fields.Integer(required=True, metadata={"example": 150000})
    total = fields.Integer(required=True, metadata={"example": 645000})
    created_at = Time(required=True)
