"""Fields that take a value of their own type or nothing: no "12" for 12, no 1 for true, no 12.0 for 12."""

from typing import Any

from marshmallow import ValidationError, fields, validate

from shop import phones

LARGEST_ID = 2**53 - 1  # beyond it JavaScript, and so the admin panel, rounds
LARGEST_PRICE = 10**12  # minor units


class Id(fields.Integer):
    def __init__(self, **options: Any) -> None:
        super().__init__(strict=True, validate=validate.Range(1, LARGEST_ID), **options)


class Money(fields.Integer):
    """Minor units: 1 ₸ is 100."""

    def __init__(self, **options: Any) -> None:
        super().__init__(strict=True, validate=validate.Range(0, LARGEST_PRICE), **options)


class Count(fields.Integer):
    def __init__(self, least: int = 0, most: int = 100_000, **options: Any) -> None:
        super().__init__(strict=True, validate=validate.Range(least, most), **options)


class Flag(fields.Boolean):
    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Text(fields.String):
    """Trimmed; `least` counts what is left."""

    def __init__(self, most: int, least: int = 0, **options: Any) -> None:
        super().__init__(validate=validate.Length(least, most), **options)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> str:
        return super()._deserialize(value, attr, data, **options).strip()


class Phone(fields.String):
    """Any usual spelling in, +7XXXXXXXXXX out."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> str:
        try:
            return phones.parse(super()._deserialize(value, attr, data, **options))
        except phones.BadPhone as error:
            raise ValidationError(str(error)) from None


class Time(fields.AwareDateTime):
    """ISO 8601 with offset."""


class QueryId(fields.Integer):
    """In a query everything is text."""

    def __init__(self, least: int = 1, most: int = LARGEST_ID, **options: Any) -> None:
        super().__init__(validate=validate.Range(least, most), **options)


class QueryFlag(fields.Boolean):
    truthy = {"true", "1"}  # noqa: RUF012 - marshmallow reads it from the class
    falsy = {"false", "0"}  # noqa: RUF012


class QueryText(fields.String):
    def __init__(self, most: int = 200, least: int = 0, **options: Any) -> None:
        super().__init__(validate=validate.Length(least, most), **options)
