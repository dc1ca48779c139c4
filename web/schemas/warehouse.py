"""The warehouse: items, what happens to them, and what staff may write."""

from marshmallow import Schema, fields, validate

from models.warehouse import OPERATIONS
from web.schemas.fields import Count, Money, QueryFlag, QueryText, Text, Time
from web.schemas.listing import ListQuery

PIECES = {"description": "Pieces", "example": 10}


class WarehouseItemSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 3})
    name = fields.String(required=True, metadata={"example": "Роза красная"})
    quantity = fields.Integer(required=True, metadata={"description": "On the shelf", "example": 120})
    reserved = fields.Integer(required=True, metadata={"description": "Promised to orders", "example": 20})
    available = fields.Integer(
        required=True, metadata={"description": "Quantity less reserved, never below 0", "example": 100}
    )
    shortage = fields.Integer(
        required=True,
        metadata={
            "description": "Promised to orders but no longer there: a write-off or a count took it",
            "example": 0,
        },
    )
    min_quantity = fields.Integer(required=True, metadata={"example": 30})
    below_minimum = fields.Boolean(required=True, metadata={"description": "Quantity is below the minimum"})
    cost_price = fields.Integer(required=True, metadata={"description": "Minor units", "example": 40000})
    retail_price = fields.Integer(required=True, metadata={"description": "Minor units", "example": 80000})
    image = fields.String(required=True, allow_none=True)
    last_delivery_at = Time(required=True, allow_none=True)
    created_at = Time(required=True)
    updated_at = Time(required=True)


class OperationSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 31})
    kind = fields.String(required=True, validate=validate.OneOf(OPERATIONS))
    change = fields.Integer(required=True, metadata={"example": -2})
    balance_after = fields.Integer(required=True, metadata={"example": 8})
    reason = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Of a price_change: which price it was", "example": "Сломались при доставке"},
    )
    old_price = fields.Integer(required=True, allow_none=True, metadata={"description": "Minor units"})
    new_price = fields.Integer(required=True, allow_none=True, metadata={"description": "Minor units"})
    order_id = fields.Integer(required=True, allow_none=True)
    user_id = fields.Integer(required=True, allow_none=True)
    created_at = Time(required=True)


class WarehouseQuery(ListQuery):
    search = QueryText(metadata={"description": "Part of the name"})
    below_minimum = QueryFlag(metadata={"description": "Only those below their minimum, or only the others"})


class WarehouseItemEdit(Schema):
    """Only what is sent is changed. The quantity is changed by operations alone."""

    name = Text(most=200, least=1, metadata={"example": "Роза красная"})
    min_quantity = Count(metadata={"example": 30})
    cost_price = Money(metadata={"description": "Minor units", "example": 40000})
    retail_price = Money(metadata={"description": "Minor units", "example": 80000})


class NewWarehouseItem(WarehouseItemEdit):
    name = Text(most=200, least=1, required=True, metadata={"example": "Роза красная"})
    quantity = Count(load_default=0, metadata={"description": "What is there already", "example": 120})


class NewWriteoff(Schema):
    quantity = Count(least=1, required=True, metadata=PIECES)
    reason = Text(most=500, least=1, required=True, metadata={"example": "Сломались при доставке"})


class NewDelivery(Schema):
    quantity = Count(least=1, required=True, metadata=PIECES)
    cost_price = Money(metadata={"description": "Minor units; the item's from now on", "example": 42000})
    reason = Text(most=500, allow_none=True, metadata={"example": "Накладная 118"})


class NewSale(Schema):
    quantity = Count(least=1, required=True, metadata=PIECES)
    reason = Text(most=500, allow_none=True, metadata={"example": "Без заказа, наличные"})
