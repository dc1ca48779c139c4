"""Clients: who they are, and what their orders tell of them."""

from marshmallow import EXCLUDE, Schema, fields

from web.schemas.fields import Flag, Phone, QueryText, Text, Time
from web.schemas.listing import ListQuery

PHONE = "+77000000002"


class FiguresSchema(Schema):
    """Of orders that were not cancelled; money in minor units."""

    orders_count = fields.Integer(required=True, metadata={"example": 3})
    total_spent = fields.Integer(required=True, metadata={"example": 4500000})
    average_order = fields.Integer(required=True, metadata={"example": 1500000})
    last_order_at = Time(required=True, allow_none=True)


class ClientSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    shop_id = fields.Integer(required=True, metadata={"example": 17008})
    phone = fields.String(required=True, metadata={"example": PHONE})
    name = fields.String(required=True, allow_none=True, metadata={"example": "Алия"})
    notes = fields.String(required=True, allow_none=True, metadata={"example": "Любит пионы"})
    telegram_username = fields.String(required=True, allow_none=True)
    statistics = fields.Nested(FiguresSchema, required=True)
    created_at = Time(required=True)
    updated_at = Time(required=True)


class FavouriteSchema(Schema):
    name = fields.String(required=True, metadata={"example": "Эустомы"})
    product_id = fields.Integer(required=True, allow_none=True, metadata={"example": 668826})
    quantity = fields.Integer(required=True, metadata={"example": 5})


class RecipientSchema(Schema):
    phone = fields.String(required=True, metadata={"example": "+77000000003"})
    name = fields.String(required=True, allow_none=True, metadata={"example": "Сауле"})
    orders_count = fields.Integer(required=True, metadata={"example": 2})


class ClientProfileSchema(ClientSchema):
    """Favourites and recipients are empty where the client does not allow personalization."""

    allow_personalization = fields.Boolean(required=True)
    favourite_products = fields.List(fields.Nested(FavouriteSchema), required=True)
    frequent_recipients = fields.List(fields.Nested(RecipientSchema), required=True)


class BestClientSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    phone = fields.String(required=True, metadata={"example": PHONE})
    name = fields.String(required=True, allow_none=True, metadata={"example": "Алия"})
    orders_count = fields.Integer(required=True, metadata={"example": 3})
    total_spent = fields.Integer(required=True, metadata={"example": 4500000})
    last_order_at = Time(required=True)


class ClientsDashboardSchema(Schema):
    """The month is the calendar month of the shop's own time."""

    total = fields.Integer(required=True, metadata={"example": 120})
    new_this_month = fields.Integer(required=True, metadata={"example": 12})
    ordered = fields.Integer(required=True, metadata={"description": "Who ordered at all", "example": 100})
    repeat = fields.Integer(required=True, metadata={"description": "Who ordered more than once", "example": 40})
    repeat_rate = fields.Float(required=True, metadata={"description": "repeat / ordered", "example": 0.4})
    top_of_the_month = fields.List(fields.Nested(BestClientSchema), required=True)


class ClientQuery(ListQuery):
    search = QueryText(metadata={"description": "Part of a name, or of a phone"})


class ClientEdit(Schema):
    """Only what is sent is changed. The phone is who the client is, and stays."""

    name = Text(most=200, allow_none=True, metadata={"example": "Алия"})
    notes = Text(most=5_000, allow_none=True, metadata={"example": "Любит пионы"})


class NewClient(ClientEdit):
    phone = Phone(required=True, metadata={"example": PHONE})


class ClientNotes(Schema):
    notes = Text(most=5_000, required=True, allow_none=True, metadata={"example": "Любит пионы"})


class ProfileQuery(Schema):
    class Meta:
        unknown = EXCLUDE

    phone = Phone(required=True, metadata={"example": PHONE})


class Privacy(Schema):
    phone = Phone(required=True, metadata={"example": PHONE})
    allow_personalization = Flag(required=True)
