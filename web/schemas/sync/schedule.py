"""The timetable of recurring jobs."""

from typing import Any

from celery.schedules import ParseException
from marshmallow import Schema, ValidationError, fields, validate, validates, validates_schema

from schedules import timing
from web.schemas.fields import Flag, Text, Time

LONGEST_S = 31 * 86_400
EVERY = {"description": "Seconds", "example": 5}
CRON = {"description": "Minute, hour, day, month, weekday; Asia/Almaty", "example": "20 5 * * *"}


class JobSchema(Schema):
    name = fields.String(required=True, metadata={"example": "retention"})
    task = fields.String(required=True, metadata={"example": "tasks.default.retention"})
    queue = fields.String(required=True, metadata={"example": "default"})
    why = fields.String(required=True)
    every = fields.Float(required=True, allow_none=True, metadata=EVERY)
    cron = fields.String(required=True, allow_none=True, metadata=CRON)
    enabled = fields.Boolean(required=True)
    last_run_at = Time(
        required=True, allow_none=True, metadata={"description": "As far as beat remembers; null also before"}
    )
    next_run_at = Time(required=True, allow_none=True, metadata={"description": "null: switched off"})
    edited = fields.Boolean(required=True, metadata={"description": "Staff changed it"})


class StartedSchema(Schema):
    name = fields.String(required=True, metadata={"example": "reconcile-nightly"})
    run_id = fields.Integer(
        required=True, allow_none=True, metadata={"description": "Of a comparison: the run to watch", "example": 1}
    )


class JobEdit(Schema):
    """`every` or `cron`, not both; null for both brings the code's own time back."""

    every = fields.Float(validate=validate.Range(1, LONGEST_S), allow_none=True, metadata=EVERY)
    cron = Text(most=100, allow_none=True, metadata=CRON)
    enabled = Flag()

    @validates("cron")
    def is_a_cron_line(self, value: str | None, **_options: Any) -> None:
        if value is None:
            return
        try:
            timing(None, value)
        except (ValueError, ParseException) as error:
            raise ValidationError(str(error)) from None

    @validates_schema
    def one_kind_of_time(self, data: dict[str, Any], **_options: Any) -> None:
        if data.get("every") is not None and data.get("cron") is not None:
            raise ValidationError({"cron": ["Either every or cron."]})
