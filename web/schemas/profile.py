"""The own account."""

from marshmallow import Schema, fields

from web.schemas.auth import UserSchema, person_name
from web.schemas.fields import Phone, Time


class ProfileSchema(UserSchema):
    created_at = Time(required=True)


class ProfileEdit(Schema):
    """Only what is sent is changed."""

    name = person_name(required=False)
    phone = Phone(metadata={"example": "+77000000001"})
    password = fields.String(
        load_only=True, metadata={"description": "The present one, for another phone", "format": "password"}
    )


class CourierStatsSchema(Schema):
    active = fields.Integer(required=True, metadata={"description": "Not over yet", "example": 3})
    delivered = fields.Integer(required=True, metadata={"example": 40})


class ResponsibleStatsSchema(CourierStatsSchema):
    revenue = fields.Integer(
        required=True, metadata={"description": "Of the delivered, minor units", "example": 60_000_000}
    )


class ProfileStatsSchema(Schema):
    responsible = fields.Nested(ResponsibleStatsSchema, required=True)
    courier = fields.Nested(CourierStatsSchema, required=True)
