"""Where customers follow their orders."""

from typing import Any

from marshmallow import fields

from web.configuration import settings


class TrackingUrl(fields.String):
    """A tracking id, shown as the address of the storefront's page; null where no storefront was set."""

    def __init__(self, **options: Any) -> None:
        super().__init__(metadata={"example": "https://shop.example/track/123456789"}, **options)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **options: Any) -> str | None:
        base = settings().tracking_url
        return f"{base}/{value}" if base and value else None
