"""Single differences that a run found."""

from marshmallow import Schema, fields, validate

from models.reconcile_drift import LISTED_KINDS, REPAIRED_KINDS, STATES
from web.schemas.fields import Time
from web.schemas.listing import ListQuery

KINDS = REPAIRED_KINDS + LISTED_KINDS


class DriftSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    run_id = fields.Integer(required=True)
    entity = fields.String(required=True, validate=validate.OneOf(("order", "product")))
    bitrix_id = fields.Integer(required=True, allow_none=True, metadata={"example": 668826})
    local_id = fields.Integer(required=True, allow_none=True)
    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    field = fields.String(required=True, allow_none=True, metadata={"example": "price"})
    ours = fields.Raw(required=True, allow_none=True, metadata={"example": 495000})
    theirs = fields.Raw(required=True, allow_none=True, metadata={"example": 500000})
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    reason = fields.String(required=True, allow_none=True)
    found_at = Time(required=True)
    finished_at = Time(required=True, allow_none=True)


class DriftQuery(ListQuery):
    kind = fields.String(validate=validate.OneOf(KINDS))
    state = fields.String(validate=validate.OneOf(STATES))
    entity = fields.String(validate=validate.OneOf(("order", "product")))
    format = fields.String(
        validate=validate.OneOf(("json", "csv")),
        metadata={"description": "csv: all rows that fit as a file; so does `Accept: text/csv`"},
    )
