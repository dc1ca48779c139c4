"""Where customers follow their orders."""

from typing import Any

from marshmallow import fields

from web.configuration import settings


class TrackingUrl(fields.String):
    """The storefront's page of the order it stands in; null where no storefront was set."""

    _CHECK_ATTRIBUTE = False  # an order has no such attribute: it is made of its tracking id

    def __init__(self, **options: Any) -> None:
        super().__init__(metadata={"example": "https://shop.example/track/123456789"}, **options)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **options: Any) -> str | None:
        base = settings().tracking_url
        return f"{base}/{obj.tracking_id}" if base else None
