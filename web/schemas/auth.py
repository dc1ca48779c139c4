"""Signing in."""

from marshmallow import Schema, fields

from web.schemas.fields import Phone


class LoginSchema(Schema):
    phone = Phone(required=True, metadata={"example": "+77000000001"})
    password = fields.String(required=True, load_only=True, metadata={"format": "password"})


class UserSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    name = fields.String(required=True, metadata={"example": "Айгуль"})
    phone = fields.String(required=True, metadata={"example": "+77000000001"})
    role = fields.String(required=True, metadata={"example": "director"})
    is_superadmin = fields.Boolean(required=True)
    shop_id = fields.Integer(required=True, allow_none=True, metadata={"example": 17008})
    shop_name = fields.String(required=True, allow_none=True, metadata={"example": "Cvety"})


class TokenSchema(Schema):
    access_token = fields.String(required=True)
    token_type = fields.Constant("bearer", required=True)
    expires_in = fields.Integer(required=True, metadata={"description": "Seconds", "example": 900})
    user = fields.Nested(UserSchema, required=True)
