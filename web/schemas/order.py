"""Orders: what staff see of them, and what they may write."""

from marshmallow import Schema, fields, validate

from models.order import DELIVERY_TYPES, STATUSES
from web.schemas.fields import Count, Id, Phone, QueryFlag, QueryId, QueryText, Text, Time
from web.schemas.listing import ListQuery

MOST_LINES = 100


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
    subtotal = fields.Integer(required=True)
    delivery_cost = fields.Integer(required=True)
    total = fields.Integer(required=True, metadata={"description": "Minor units", "example": 645000})
    comment = fields.String(required=True, allow_none=True)
    postcard_text = fields.String(required=True, allow_none=True)
    problem_reason = fields.String(required=True, allow_none=True)
    responsible_id = fields.Integer(required=True, allow_none=True)
    courier_id = fields.Integer(required=True, allow_none=True)
    items = fields.List(fields.Nested(OrderItemSchema), required=True)
    version = fields.Integer(required=True)
    created_at = Time(required=True)
    updated_at = Time(required=True)


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


class NewOrderLine(Schema):
    product_id = Id(required=True, metadata={"example": 668826})
    quantity = Count(least=1, most=10_000, required=True, metadata={"example": 1})
    special_requests = Text(most=1_000, allow_none=True)


class NewOrder(Schema):
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
