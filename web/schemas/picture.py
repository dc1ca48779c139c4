"""Pictures in answers."""

from typing import Any

from marshmallow import fields

from web import pictures


class PictureUrl(fields.String):
    """A key of the storage, shown as the address of its picture."""

    def __init__(self, **options: Any) -> None:
        super().__init__(metadata={"example": f"{pictures.PATH}/{'0' * 32}.jpg"}, **options)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **options: Any) -> str | None:
        return None if value is None else pictures.url(value)
