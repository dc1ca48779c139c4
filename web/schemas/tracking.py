"""An order as somebody sees it who only knows its tracking id."""

from marshmallow import Schema, fields, validate

from models.order import DELIVERY_TYPES, STATUSES
from models.order_photo import FEEDBACK
from web.schemas.fields import Phone, Text, Time
from web.schemas.picture import PictureUrl

MASKED = {"description": "Masked", "example": "+7 700 *** ** 03"}


class TrackedItemSchema(Schema):
    name = fields.String(required=True, metadata={"example": "Эустомы"})
    quantity = fields.Integer(required=True, metadata={"example": 1})
    price = fields.Integer(required=True, metadata={"description": "Minor units", "example": 495000})
    total = fields.Integer(required=True, metadata={"example": 495000})


class TrackedPhotoSchema(Schema):
    url = PictureUrl(required=True, attribute="key")
    label = fields.String(required=True, allow_none=True)
    feedback = fields.String(required=True, allow_none=True, validate=validate.OneOf(FEEDBACK))
    comment = fields.String(required=True, allow_none=True, attribute="feedback_comment")


class TrackedStatusSchema(Schema):
    number = fields.String(required=True, metadata={"example": "#00001"})
    tracking_id = fields.String(required=True, metadata={"example": "123456789"})
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    status_text = fields.String(required=True, metadata={"example": "Курьер в пути"})
    delivery_date = fields.Date(required=True, allow_none=True)
    delivery_time = fields.String(required=True, allow_none=True, metadata={"example": "14:00-16:00"})
    updated_at = Time(required=True)


class TrackedSchema(TrackedStatusSchema):
    shop_name = fields.String(required=True, metadata={"example": "Цветы"})
    shop_phone = fields.String(required=True, allow_none=True)
    sender_name = fields.String(
        required=True, allow_none=True, metadata={"description": "null where the sender is anonymous"}
    )
    sender_phone = fields.String(required=True, allow_none=True, metadata=MASKED)
    recipient_name = fields.String(required=True, allow_none=True)
    recipient_phone = fields.String(required=True, allow_none=True, metadata=MASKED)
    delivery_type = fields.String(required=True, validate=validate.OneOf(DELIVERY_TYPES))
    delivery_address = fields.String(required=True, allow_none=True)
    pickup_address = fields.String(required=True, allow_none=True)
    ask_delivery_address = fields.Boolean(required=True)
    ask_delivery_time = fields.Boolean(required=True)
    comment = fields.String(required=True, allow_none=True)
    items = fields.List(fields.Nested(TrackedItemSchema), required=True)
    subtotal = fields.Integer(required=True)
    delivery_cost = fields.Integer(required=True)
    surcharge = fields.Integer(required=True)
    total = fields.Integer(required=True, metadata={"description": "Minor units", "example": 645000})
    photos = fields.List(fields.Nested(TrackedPhotoSchema), required=True)
    editable = fields.List(fields.String(), required=True, metadata={"example": ["recipient_name"]})
    created_at = Time(required=True)


class TrackedEdit(Schema):
    """Only what is sent is changed."""

    recipient_name = Text(most=200, least=1, metadata={"example": "Сауле"})
    recipient_phone = Phone(metadata={"example": "+77000000003"})
    delivery_address = Text(most=1_000, least=1, metadata={"example": "Абая 1"})
    delivery_date = fields.Date(metadata={"example": "2026-12-31"})
    delivery_time = Text(most=50, least=1, metadata={"example": "14:00-16:00"})
    comment = Text(most=5_000, allow_none=True)


class FeedbackSchema(Schema):
    feedback = fields.String(required=True, validate=validate.OneOf(FEEDBACK), metadata={"example": "like"})
    comment = Text(most=2_000, allow_none=True, load_default=None, metadata={"example": "Очень красиво"})
