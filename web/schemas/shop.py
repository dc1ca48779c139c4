"""What a shop says of itself, its hours and its delivery."""

from datetime import time
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from models.order import DELIVERY_TYPES
from web.schemas.fields import LARGEST_PRICE, Flag, Money, Phone, QueryId, Text, Time
from web.schemas.storefront import ShopQuery

CLOCK = {"description": "HH:MM by the shop's own clock; null twice: closed", "example": "09:00"}
PRICE = {"description": "Minor units", "example": 150000}


class Clock(fields.String):
    """HH:MM."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **options: Any) -> str | None:
        return None if value is None else f"{value:%H:%M}"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> Any:
        text = super()._deserialize(value, attr, data, **options)
        hour, _, minute = text.partition(":")
        if not (text.isascii() and len(text) == 5 and hour.isdecimal() and minute.isdecimal()):
            raise ValidationError("Not a time: HH:MM.")
        try:
            return time(int(hour), int(minute))
        except ValueError:
            raise ValidationError("Not a time: HH:MM.") from None


def _clock() -> Clock:
    return Clock(required=True, allow_none=True, metadata=CLOCK)


class HoursSchema(Schema):
    timezone = fields.String(required=True, metadata={"example": "Asia/Almaty"})
    weekday_opens = _clock()
    weekday_closes = _clock()
    weekend_opens = _clock()
    weekend_closes = _clock()


class PublicShopSchema(HoursSchema):
    id = fields.Integer(required=True, metadata={"example": 17008})
    name = fields.String(required=True, metadata={"example": "Цветы"})
    phone = fields.String(required=True, allow_none=True, metadata={"example": "+77000000001"})
    address = fields.String(required=True, allow_none=True, metadata={"example": "Абая 1"})
    city = fields.String(required=True, allow_none=True, metadata={"example": "Алматы"})
    pickup_available = fields.Boolean(required=True)
    delivery_available = fields.Boolean(required=True)
    delivery_cost = fields.Integer(required=True, metadata=PRICE)
    free_delivery_from = fields.Integer(required=True, metadata=PRICE | {"example": 1000000})


class ShopSchema(PublicShopSchema):
    owner_id = fields.Integer(required=True, allow_none=True)
    mirrors_bitrix = fields.Boolean(required=True)
    mirrored_since = Time(required=True, allow_none=True)
    is_active = fields.Boolean(required=True)
    created_at = Time(required=True)
    updated_at = Time(required=True)


class SettingsEdit(Schema):
    """Only what is sent is changed."""

    name = Text(most=200, least=1, metadata={"example": "Цветы"})
    phone = Phone(allow_none=True, metadata={"example": "+77000000001"})
    address = Text(most=500, allow_none=True, metadata={"example": "Абая 1"})
    city = Text(most=100, allow_none=True, metadata={"example": "Алматы"})
    timezone = fields.String(validate=validate.Length(max=64), metadata={"example": "Asia/Almaty"})


class HoursEdit(Schema):
    """Only what is sent is changed."""

    weekday_opens = Clock(allow_none=True, metadata=CLOCK)
    weekday_closes = Clock(allow_none=True, metadata=CLOCK | {"example": "21:00"})
    weekend_opens = Clock(allow_none=True, metadata=CLOCK)
    weekend_closes = Clock(allow_none=True, metadata=CLOCK | {"example": "20:00"})


class DeliveryEdit(Schema):
    """Only what is sent is changed; one way to the customer stays."""

    delivery_cost = Money(metadata=PRICE)
    free_delivery_from = Money(metadata=PRICE | {"example": 1000000})
    pickup_available = Flag()
    delivery_available = Flag()


class CurrentHoursSchema(HoursSchema):
    now = Time(required=True)
    is_open = fields.Boolean(required=True)
    until = Time(required=True, allow_none=True, metadata={"description": "When that changes; null: it never does"})


class CalculationQuery(ShopQuery):
    subtotal = QueryId(least=0, most=LARGEST_PRICE, required=True, metadata=PRICE)
    delivery_type = fields.String(validate=validate.OneOf(DELIVERY_TYPES), load_default="scheduled")


class CalculationSchema(Schema):
    subtotal = fields.Integer(required=True, metadata=PRICE)
    delivery_cost = fields.Integer(required=True, metadata=PRICE)
    total = fields.Integer(required=True, metadata=PRICE)
    until_free = fields.Integer(
        required=True, metadata={"description": "How much more makes delivery free, in minor units", "example": 0}
    )
