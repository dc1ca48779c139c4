"""The one shape of errors, for the API's description."""

from marshmallow import Schema, fields


class ErrorSchema(Schema):
    detail = fields.String(required=True, metadata={"example": "Some fields are wrong"})
    errors = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        metadata={"example": {"price": ["Not a valid integer."]}},
    )
    request_id = fields.String(required=True, metadata={"example": "5f2f7a1cbd7b4c6ab0f2f6a8f0a3c2d1"})
