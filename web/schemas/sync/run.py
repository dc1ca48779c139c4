"""Comparisons of both sides: how far they are, what they found, what they did."""

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from models.reconcile_run import KINDS, PHASES, PLANS
from web.schemas.fields import Flag, Id, Time
from web.schemas.listing import ListQuery

MOST_IDS = 1000


class ProgressSchema(Schema):
    pages = fields.Integer(required=True, metadata={"description": "Of the site's lists, read so far"})
    rows = fields.Integer(required=True)
    total = fields.Integer(required=True, metadata={"description": "Of the lists begun so far, as the site counts"})
    lists_done = fields.Integer(required=True)
    seconds = fields.Float(required=True, metadata={"description": "Since it began"})
    rows_per_s = fields.Float(required=True, allow_none=True, metadata={"description": "While it reads"})


class CountsSchema(Schema):
    read = fields.Integer(metadata={"description": "Entities the site listed"})
    compared = fields.Integer(metadata={"description": "Entities on either side"})
    found = fields.Integer(metadata={"description": "Differences that should be repaired"})
    repaired = fields.Integer()
    left = fields.Integer(metadata={"description": "Of those found, what could not be repaired"})
    listed = fields.Integer(metadata={"description": "Differences nobody repairs: conflicts, rejections ..."})
    conflicts_open = fields.Integer()
    local_only = fields.Integer(metadata={"description": "Products the site has no call to create"})
    merge_ms = fields.Integer()
    compare_ms = fields.Integer()
    kinds = fields.Dict(
        metadata={"description": "By kind of drift and state", "example": {"rejected": {"listed": 1}}}
    )


class RunOfOneKindSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    parent_id = fields.Integer(required=True, allow_none=True)
    scope = fields.String(required=True, validate=validate.OneOf(KINDS))
    plan = fields.String(required=True, validate=validate.OneOf(PLANS))
    phase = fields.String(required=True, validate=validate.OneOf(PHASES))
    reason = fields.String(required=True, allow_none=True, metadata={"description": "Why it is not done"})
    dry_run = fields.Boolean(required=True)
    active_only = fields.Boolean(required=True, metadata={"description": "Orders under way alone"})
    since = Time(required=True, allow_none=True)
    ids = fields.List(fields.Integer(), required=True, allow_none=True)
    complete = fields.Boolean(required=True, metadata={"description": "Everything was read"})
    stop_asked = fields.Boolean(required=True)
    asked_by = fields.Integer(required=True, allow_none=True)
    approved_by = fields.Integer(required=True, allow_none=True)
    approved_at = Time(required=True, allow_none=True)
    created_at = Time(required=True)
    started_at = Time(required=True, allow_none=True)
    finished_at = Time(required=True, allow_none=True)
    progress = fields.Nested(ProgressSchema, required=True)
    counts = fields.Nested(CountsSchema, required=True)


class RunSchema(RunOfOneKindSchema):
    parts = fields.List(
        fields.Nested(RunOfOneKindSchema),
        required=True,
        metadata={"description": "The runs of each kind that `all` is made of"},
    )


class RunQuery(ListQuery):
    scope = fields.String(validate=validate.OneOf(KINDS))
    phase = fields.String(validate=validate.OneOf(PHASES))
    plan = fields.String(validate=validate.OneOf(PLANS))


class NewRun(Schema):
    """`since` and `ids` filter what was read: such a run concludes no absence."""

    scope = fields.String(required=True, validate=validate.OneOf(KINDS), metadata={"example": "orders"})
    since = Time(allow_none=True, load_default=None)
    ids = fields.List(
        Id(),
        allow_none=True,
        load_default=None,
        validate=validate.Length(1, MOST_IDS),
        metadata={"description": "Bitrix ids", "example": [123901]},
    )
    dry_run = Flag(load_default=False)

    @validates_schema
    def ids_are_of_one_kind(self, data: dict[str, Any], **_options: Any) -> None:
        if data.get("ids") and data.get("scope") == "all":
            raise ValidationError({"ids": ["Ids are of orders or of products: choose one scope."]})


class AskedRunSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    phase = fields.String(required=True, validate=validate.OneOf(PHASES), metadata={"example": "queued"})
