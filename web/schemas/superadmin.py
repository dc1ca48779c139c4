"""What a superadmin sees of all shops, beyond what each sees of its own."""

from marshmallow import Schema, fields, validate

from models.order import STATUSES
from models.user import ROLES
from web.schemas.fields import Phone, QueryFlag, QueryId, QueryText, Text, Time
from web.schemas.listing import ListQuery


class PlatformShopSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 17008})
    name = fields.String(required=True, metadata={"example": "Cvety"})
    city = fields.String(required=True, allow_none=True, metadata={"example": "Алматы"})
    phone = fields.String(required=True, allow_none=True, metadata={"example": "+77000000001"})
    owner_id = fields.Integer(required=True, allow_none=True)
    is_active = fields.Boolean(required=True, metadata={"description": "false: blocked"})
    mirrors_bitrix = fields.Boolean(required=True)
    created_at = Time(required=True)


class PlatformUserSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 2})
    shop_id = fields.Integer(required=True, allow_none=True, metadata={"example": 17008})
    name = fields.String(required=True, metadata={"example": "Дана"})
    phone = fields.String(required=True, metadata={"example": "+77000000002"})
    role = fields.String(required=True, validate=validate.OneOf(ROLES), metadata={"example": "florist"})
    is_active = fields.Boolean(required=True, metadata={"description": "false: blocked"})
    is_superadmin = fields.Boolean(required=True)
    created_at = Time(required=True)


class NewPasswordSchema(Schema):
    password = fields.String(required=True, metadata={"description": "Shown here and never again"})


class PlatformFiguresSchema(Schema):
    shops = fields.Integer(required=True, metadata={"example": 2})
    active_shops = fields.Integer(required=True, metadata={"example": 2})
    users = fields.Integer(required=True, metadata={"example": 9})
    active_users = fields.Integer(required=True, metadata={"example": 8})
    products = fields.Integer(required=True, metadata={"example": 300})
    enabled_products = fields.Integer(required=True, metadata={"example": 280})
    orders = fields.Integer(required=True, metadata={"example": 1500})
    orders_by_status = fields.Dict(
        keys=fields.String(validate=validate.OneOf(STATUSES)),
        values=fields.Integer(),
        required=True,
        metadata={"example": {"new": 3, "delivered": 1497}},
    )
    revenue = fields.Integer(required=True, metadata={"description": "Minor units, without what was cancelled"})
    orders_today = fields.Integer(required=True, metadata={"description": "Since each shop's own midnight"})
    revenue_today = fields.Integer(required=True, metadata={"description": "Minor units"})


class ReasonedCancel(Schema):
    reason = Text(most=2_000, least=1, required=True, metadata={"example": "Клиент передумал"})


class PlatformShopQuery(ListQuery):
    search = QueryText(metadata={"description": "Part of the name"})
    is_active = QueryFlag()


class PlatformUserQuery(ListQuery):
    shop_id = QueryId()
    role = fields.String(validate=validate.OneOf(ROLES))
    is_active = QueryFlag()
    search = QueryText(metadata={"description": "Part of the name or the phone"})


class PlatformProductQuery(ListQuery):
    shop_id = QueryId()
    enabled = QueryFlag()
    search = QueryText(metadata={"description": "Part of the name"})


class PlatformOrderQuery(ListQuery):
    shop_id = QueryId()
    status = fields.String(validate=validate.OneOf(STATUSES))
    phone = Phone(metadata={"description": "The customer's", "example": "+77000000002"})
    tracking_id = QueryText(most=9, metadata={"example": "123456789"})
