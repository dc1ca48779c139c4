"""The storefront's own words: questions with answers, and pages.

Texts are Markdown, kept as they came. No HTML in them is trusted: whoever shows them shows it as text.
"""

from marshmallow import Schema, fields, validate

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


class FaqEdit(Schema):
    """Only what is sent is changed."""

    question = Text(most=500, least=1, metadata={"example": "Как ухаживать за розами?"})
    answer = Text(most=10_000, least=1, metadata={"description": MARKDOWN, "example": "Меняйте воду каждый день."})
    position = Count(metadata={"description": "Smaller ones come first", "example": 0})


class NewFaq(FaqEdit):
    question = Text(most=500, least=1, required=True, metadata={"example": "Как ухаживать за розами?"})
    answer = Text(
        most=10_000,
        least=1,
        required=True,
        metadata={"description": MARKDOWN, "example": "Меняйте воду каждый день."},
    )


class PageEdit(Schema):
    """Only what is sent is changed."""

    slug = fields.String(validate=[validate.Length(max=100), SLUG], metadata={"example": "delivery"})
    title = Text(most=200, least=1, metadata={"example": "Доставка"})
    body = Text(most=20_000, least=1, metadata={"description": MARKDOWN, "example": "# Доставка"})


class NewPage(PageEdit):
    slug = fields.String(required=True, validate=[validate.Length(max=100), SLUG], metadata={"example": "delivery"})
    title = Text(most=200, least=1, required=True, metadata={"example": "Доставка"})
    body = Text(most=20_000, least=1, required=True, metadata={"description": MARKDOWN, "example": "# Доставка"})
