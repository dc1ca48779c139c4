"""Pictures in answers, and named in bodies."""

from typing import Any

from marshmallow import fields, validate

from web import pictures

ADDRESS = validate.Regexp(
    rf"(https?://[^\s/?#]\S*|{pictures.PATH}/{pictures.KEY.pattern})\Z",
    error="Not the address of a picture: http(s)://..., or that of one sent here.",
)


class PictureAddress(fields.String):
    """Where a picture is: somewhere on the web, or here."""

    def __init__(self, **options: Any) -> None:
        metadata = {"example": "https://shop.example/upload/a.jpeg"}
        super().__init__(validate=[validate.Length(max=2_000), ADDRESS], metadata=metadata, **options)


class PictureUrl(fields.String):
    """A key of the storage, shown as the address of its picture."""

    def __init__(self, **options: Any) -> None:
        super().__init__(metadata={"example": f"{pictures.PATH}/{'0' * 32}.jpg"}, **options)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **options: Any) -> str | None:
        return None if value is None else pictures.url(value)
