"""The storefront's own words: questions with answers, and pages.

Texts are Markdown, kept as they came. No HTML in them is trusted: whoever shows them shows it as text.
"""

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from web.schemas.fields import Count, Text, Time

SLUG = validate.Regexp(
    r"(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*\Z",
    error="Small Latin letters and digits, in words with single hyphens between them; at least one letter.",
)
MARKDOWN = "Markdown; HTML in it is text, to be shown as such"


class FaqSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    question = fields.String(required=True, metadata={"example": "Как ухаживать за розами?"})
    answer = fields.String(
        required=True, metadata={"description": MARKDOWN, "example": "Меняйте воду каждый день."}
    )
    position = fields.Integer(required=True, metadata={"example": 0})
    created_at = Time(required=True)
    updated_at = Time(required=True)


class PageSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    slug = fields.String(required=True, metadata={"example": "delivery"})
    title = fields.String(required=True, metadata={"example": "Доставка"})
    body = fields.String(required=True, metadata={"description": MARKDOWN, "example": "# Доставка\n\nКаждый день."})
    created_at = Time(required=True)
    updated_at = Time(required=True)


class Written(Schema):
    """Texts that must say something; trimming comes after their length was checked."""

    @validates_schema
    def something_is_said(self, data: dict[str, Any], **_options: object) -> None:
        if empty := [name for name, value in data.items() if value == ""]:
            raise ValidationError({name: ["Must not be empty."] for name in empty})


class FaqEdit(Written):
    """Only what is sent is changed."""

    question = Text(most=500, metadata={"example": "Как ухаживать за розами?"})
    answer = Text(most=10_000, metadata={"description": MARKDOWN, "example": "Меняйте воду каждый день."})
    position = Count(metadata={"description": "Smaller ones come first", "example": 0})


class NewFaq(FaqEdit):
    question = Text(most=500, required=True, metadata={"example": "Как ухаживать за розами?"})
    answer = Text(
        most=10_000, required=True, metadata={"description": MARKDOWN, "example": "Меняйте воду каждый день."}
    )


class PageEdit(Written):
    """Only what is sent is changed."""

    slug = fields.String(validate=[validate.Length(max=100), SLUG], metadata={"example": "delivery"})
    title = Text(most=200, metadata={"example": "Доставка"})
    body = Text(most=20_000, metadata={"description": MARKDOWN, "example": "# Доставка"})


class NewPage(PageEdit):
    slug = fields.String(required=True, validate=[validate.Length(max=100), SLUG], metadata={"example": "delivery"})
    title = Text(most=200, required=True, metadata={"example": "Доставка"})
    body = Text(most=20_000, required=True, metadata={"description": MARKDOWN, "example": "# Доставка"})
