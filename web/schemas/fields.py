"""Fields that take a value of their own type or nothing: no "12" for 12, no 1 for true, no 12.0 for 12."""

from datetime import UTC, datetime
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
    """Trimmed; `most` counts what was sent, `least` what is left of it."""

    def __init__(self, most: int, least: int = 0, **options: Any) -> None:
        super().__init__(validate=validate.Length(least, most), **options)
        self._no_longer = validate.Length(max=most)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> str:
        text = super()._deserialize(value, attr, data, **options)
        return str(self._no_longer(text)).strip()


class Phone(fields.String):
    """Any usual spelling in, +7XXXXXXXXXX out."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> str:
        try:
            return phones.parse(super()._deserialize(value, attr, data, **options))
        except phones.BadPhone as error:
            raise ValidationError(str(error)) from None


class Time(fields.AwareDateTime):
    """ISO 8601 with offset. In UTC from then on: PostgreSQL takes no offset of more than 16 hours."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> datetime:
        moment = super()._deserialize(value, attr, data, **options)
        try:
            return moment.astimezone(UTC)
        except OverflowError:
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE) from None


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
