"""Signing in, and how one came to be somebody who does."""

from marshmallow import Schema, fields, validate

from web.rights import RIGHTS
from web.schemas.fields import Phone, Text

SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 128
EXAMPLE_TOKEN = "5b0c8a52-5f0e-4f6b-9a55-0d8f3f1f7f11.0Yp8..."  # noqa: S105
# As a parameter of the routes that answer with tokens.
SESSION_HEADER = {
    "in": "header",
    "name": "X-Session",
    "schema": {"type": "string"},
    "example": "cookie",
    "description": "`cookie`: the refresh token travels in an HttpOnly cookie instead of the bodies",
}


class NewPassword(fields.String):
    def __init__(self) -> None:
        super().__init__(
            required=True,
            load_only=True,
            validate=validate.Length(SHORTEST_PASSWORD, LONGEST_PASSWORD),
            metadata={"format": "password", "example": "correct horse battery"},
        )


def person_name(required: bool = True) -> Text:
    return Text(most=200, least=1, required=required, metadata={"example": "Айгуль"})


class LoginSchema(Schema):
    phone = Phone(required=True, metadata={"example": "+77000000001"})
    password = fields.String(required=True, load_only=True, metadata={"format": "password"})


class RefreshSchema(Schema):
    body_is_optional = True

    refresh_token = fields.String(
        load_only=True, validate=validate.Length(max=200), metadata={"example": EXAMPLE_TOKEN}
    )


class RegistrationSchema(Schema):
    name = person_name()
    phone = Phone(required=True, metadata={"example": "+77000000001"})
    password = NewPassword()
    shop_name = Text(most=200, least=1, metadata={"example": "Розы на Абая"})


class AcceptanceSchema(Schema):
    code = fields.String(
        required=True,
        load_only=True,
        validate=validate.Length(1, 200),
        metadata={"description": "From the invitation", "example": "gq6G0yB..."},
    )
    name = person_name(required=False)
    password = NewPassword()


class PasswordChange(Schema):
    current_password = fields.String(required=True, load_only=True, metadata={"format": "password"})
    new_password = NewPassword()


class UserSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    name = fields.String(required=True, metadata={"example": "Айгуль"})
    phone = fields.String(required=True, metadata={"example": "+77000000001"})
    role = fields.String(required=True, metadata={"example": "director"})
    is_superadmin = fields.Boolean(required=True)
    shop_id = fields.Integer(required=True, allow_none=True, metadata={"example": 17008})
    shop_name = fields.String(required=True, allow_none=True, metadata={"example": "Cvety"})


class CallerSchema(UserSchema):
    rights = fields.List(
        fields.String(validate=validate.OneOf(sorted(RIGHTS))),
        required=True,
        metadata={"description": "The endpoints that the user may call", "example": ["orders.show"]},
    )


class TokenSchema(Schema):
    access_token = fields.String(required=True)
    token_type = fields.Constant("bearer", required=True)
    expires_in = fields.Integer(required=True, metadata={"description": "Seconds", "example": 900})
    refresh_token = fields.String(
        metadata={
            "description": "30 days, one use; not with `X-Session: cookie`",
            "example": EXAMPLE_TOKEN,
        }
    )
    user = fields.Nested(CallerSchema, required=True)
