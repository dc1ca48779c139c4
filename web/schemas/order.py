"""Orders: what staff see of them, and what they may write."""

from typing import Any

from marshmallow import Schema, fields, pre_load, validate

from models.order import DELIVERY_TYPES, PAYMENT_METHODS, STATUSES
from models.order_photo import FEEDBACK
from web.schemas.agreement import OrderAgreementSchema
from web.schemas.fields import Count, Flag, Id, Phone, QueryFlag, QueryId, QueryText, Text, Time
from web.schemas.listing import ListQuery
from web.schemas.picture import PictureUrl
from web.schemas.tracking_url import TrackingUrl

MOST_LINES = 100
OUR_NUMBERS = frozenset({"price", "subtotal", "delivery_cost", "total"})
SORTS = ("-created_at", "created_at", "delivery_date", "-delivery_date")


class OrderItemSchema(Schema):
    id = fields.Integer(required=True)
    product_id = fields.Integer(required=True, allow_none=True, metadata={"example": 668826})
    name = fields.String(required=True, metadata={"example": "Эустомы"})
    price = fields.Integer(required=True, metadata={"description": "Minor units, as sold", "example": 495000})
    quantity = fields.Integer(required=True, metadata={"example": 1})
    total = fields.Integer(required=True, metadata={"example": 495000})
    special_requests = fields.String(required=True, allow_none=True)


class OrderSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    uuid = fields.UUID(required=True)
    shop_id = fields.Integer(required=True, metadata={"example": 17008})
    number = fields.String(required=True, metadata={"example": "#00001"})
    tracking_id = fields.String(required=True, metadata={"example": "123456789"})
    tracking_url = TrackingUrl(required=True, allow_none=True)
    origin = fields.String(required=True, validate=validate.OneOf(("shop", "site")))
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    bitrix_order_id = fields.Integer(required=True, allow_none=True, metadata={"example": 123901})
    bitrix_status = fields.String(required=True, allow_none=True, metadata={"example": "AP"})
    stock_shortage = fields.Boolean(required=True)
    customer_name = fields.String(required=True, allow_none=True)
    phone = fields.String(required=True, allow_none=True, attribute="customer_phone")
    customer_email = fields.String(required=True, allow_none=True)
    recipient_name = fields.String(required=True, allow_none=True)
    recipient_phone = fields.String(required=True, allow_none=True)
    delivery_type = fields.String(required=True, validate=validate.OneOf(DELIVERY_TYPES))
    delivery_address = fields.String(required=True, allow_none=True)
    delivery_date = fields.Date(required=True, allow_none=True)
    delivery_time = fields.String(required=True, allow_none=True, metadata={"example": "14:00-16:00"})
    delivery_notes = fields.String(required=True, allow_none=True, metadata={"example": "Код домофона 12"})
    pickup_address = fields.String(required=True, allow_none=True)
    payment_method = fields.String(required=True, allow_none=True, validate=validate.OneOf(PAYMENT_METHODS))
    subtotal = fields.Integer(required=True)
    delivery_cost = fields.Integer(required=True)
    surcharge = fields.Integer(required=True)
    total = fields.Integer(required=True, metadata={"description": "Minor units", "example": 645000})
    comment = fields.String(required=True, allow_none=True)
    postcard_text = fields.String(required=True, allow_none=True)
    is_surprise = fields.Boolean(required=True)
    anonymous_sender = fields.Boolean(required=True)
    ask_delivery_address = fields.Boolean(required=True, metadata={"description": "Of the recipient"})
    ask_delivery_time = fields.Boolean(required=True, metadata={"description": "Of the recipient"})
    problem_reason = fields.String(required=True, allow_none=True)
    responsible_id = fields.Integer(required=True, allow_none=True)
    courier_id = fields.Integer(required=True, allow_none=True)
    assigned_by_id = fields.Integer(required=True, allow_none=True)
    assigned_at = Time(required=True, allow_none=True)
    items = fields.List(fields.Nested(OrderItemSchema), required=True)
    sync = fields.Nested(OrderAgreementSchema, required=True)
    version = fields.Integer(required=True)
    created_at = Time(required=True)
    updated_at = Time(required=True)


class NoteSchema(Schema):
    id = fields.Integer(required=True)
    user_id = fields.Integer(required=True, allow_none=True, metadata={"description": "Who wrote it"})
    text = fields.String(required=True, metadata={"example": "Просили без лилий"})
    created_at = Time(required=True)


class PhotoSchema(Schema):
    url = PictureUrl(required=True, attribute="key")
    label = fields.String(required=True, allow_none=True)
    feedback = fields.String(required=True, allow_none=True, validate=validate.OneOf(FEEDBACK))
    feedback_comment = fields.String(required=True, allow_none=True)
    feedback_at = Time(required=True, allow_none=True)
    created_at = Time(required=True)


class WholeOrderSchema(OrderSchema):
    notes = fields.List(fields.Nested(NoteSchema), required=True)
    photo = fields.Nested(PhotoSchema, required=True, allow_none=True)


class HistorySchema(Schema):
    id = fields.Integer(required=True)
    at = Time(required=True)
    actor = fields.String(required=True, attribute="actor_kind", metadata={"example": "bitrix"})
    actor_id = fields.Integer(required=True, allow_none=True)
    field = fields.String(required=True, metadata={"example": "status"})
    old_value = fields.String(required=True, allow_none=True, metadata={"example": "new"})
    new_value = fields.String(required=True, allow_none=True, metadata={"example": "accepted"})
    forced = fields.Boolean(required=True)
    note = fields.String(required=True, allow_none=True)


class PricedHere(Schema):
    """Prices and totals are the server's: what a client says of them is ignored."""

    @pre_load
    def without_numbers(self, given: Any, **_options: Any) -> Any:
        if not isinstance(given, dict):
            return given
        return {name: value for name, value in given.items() if name not in OUR_NUMBERS}


class NewOrderLine(PricedHere):
    product_id = Id(required=True, metadata={"example": 668826})
    quantity = Count(least=1, most=10_000, required=True, metadata={"example": 1})
    special_requests = Text(most=1_000, allow_none=True)


class NewOrder(PricedHere):
    """Prices, totals and the delivery's cost are the server's."""

    customer_name = Text(most=200, least=1, required=True, metadata={"example": "Алия"})
    phone = Phone(required=True, metadata={"example": "+77000000002"})
    customer_email = fields.Email(allow_none=True)
    delivery_type = fields.String(
        validate=validate.OneOf(DELIVERY_TYPES), load_default="scheduled", metadata={"example": "scheduled"}
    )
    items = fields.List(fields.Nested(NewOrderLine), required=True, validate=validate.Length(1, MOST_LINES))
    recipient_name = Text(most=200, allow_none=True, metadata={"example": "Сауле"})
    recipient_phone = Phone(allow_none=True, metadata={"example": "+77000000003"})
    delivery_address = Text(most=1_000, allow_none=True, metadata={"example": "Абая 1"})
    delivery_date = fields.Date(allow_none=True, metadata={"example": "2026-12-31"})
    delivery_time = Text(most=50, allow_none=True, metadata={"example": "14:00-16:00"})
    comment = Text(most=5_000, allow_none=True)
    postcard_text = Text(most=2_000, allow_none=True)
    delivery_notes = Text(most=1_000, allow_none=True, metadata={"example": "Код домофона 12"})
    pickup_address = Text(most=1_000, allow_none=True)
    payment_method = fields.String(
        allow_none=True, validate=validate.OneOf(PAYMENT_METHODS), metadata={"example": "kaspi"}
    )
    is_surprise = Flag()
    anonymous_sender = Flag()
    ask_delivery_address = Flag(metadata={"description": "Of the recipient"})
    ask_delivery_time = Flag(metadata={"description": "Of the recipient"})


class NewStatus(Schema):
    status = fields.String(required=True, validate=validate.OneOf(STATUSES), metadata={"example": "accepted"})
    notes = Text(most=2_000, allow_none=True, load_default=None, metadata={"example": "Позвонила, ждёт к 15:00"})


class OrderQuery(ListQuery):
    status = fields.String(validate=validate.OneOf(STATUSES))
    search = QueryText(metadata={"description": "Part of number, tracking id or a name; or the Bitrix id"})
    phone = QueryText(most=40, metadata={"description": "The customer's or the recipient's"})
    assigned_to_me = QueryFlag()
    responsible = QueryId()
    courier = QueryId()
    delivery_from = fields.Date()
    delivery_to = fields.Date()
    type = fields.String(validate=validate.OneOf(DELIVERY_TYPES), metadata={"description": "Of delivery"})
    problem = QueryFlag(metadata={"description": "Whether somebody said what is wrong with it"})
    sort = fields.String(
        load_default=SORTS[0],
        validate=validate.OneOf(SORTS),
        metadata={"description": "Any but the first by `page` only; orders without a date are the latest"},
    )
