"""What staff may write of an order that was placed."""

from marshmallow import Schema, fields, validate

from models.order import DELIVERY_TYPES
from web.schemas.fields import Id, Money, Phone, Text
from web.schemas.order import NewOrder


class OrderEdit(NewOrder):
    """Only what is sent is changed; null empties a field that may be empty."""

    class Meta:
        exclude = ("items",)

    customer_name = Text(most=200, least=1, metadata={"example": "Алия"})
    phone = Phone(attribute="customer_phone", metadata={"example": "+77000000002"})
    delivery_type = fields.String(validate=validate.OneOf(DELIVERY_TYPES), metadata={"example": "scheduled"})
    surcharge = Money(metadata={"description": "Minor units, on top of what it costs", "example": 50000})
    version = Id(
        load_only=True, metadata={"description": "Refuse (409) unless this is the order's version", "example": 3}
    )


class ProblemSchema(Schema):
    reason = Text(
        most=2_000,
        least=1,
        required=True,
        allow_none=True,
        metadata={"description": "null: it is solved", "example": "Получатель не отвечает"},
    )


class ReasonSchema(Schema):
    reason = Text(most=2_000, least=1, required=True, metadata={"example": "Клиент передумал"})


class NewNote(Schema):
    text = Text(most=5_000, least=1, required=True, metadata={"example": "Просили без лилий"})


class NewResponsible(Schema):
    responsible_id = Id(required=True, allow_none=True, metadata={"example": 7})


class NewCourier(Schema):
    courier_id = Id(required=True, allow_none=True, metadata={"example": 9})
