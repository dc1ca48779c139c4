"""The shared fields of a product, both sides in the same units and in JSON's own types."""

import html
from typing import Any

from bitrix.wire.product import SiteProduct
from models import Product
from models.product import TYPES


def ours(product: Product) -> dict[str, Any]:
    return {
        "name": product.name,
        "price": product.price,
        "image": product.image or None,
        "enabled": product.enabled,
        "description": product.description or None,
        "type": product.type,
        "width": product.width,
        "height": product.height,
        "images": [image.url for image in product.images],
    }


def theirs(site: SiteProduct) -> tuple[dict[str, Any], dict[str, str]]:
    """What the site has, and what of it cannot be read. Titles come escaped; people read them plain."""
    values, rejected = dict(site.reading.values), dict(site.reading.rejected)
    values.pop("created", None)
    if "name" in values:
        values["name"] = html.unescape(values["name"])
    if values.get("type") not in (None, *TYPES):
        rejected["type"] = f"type: {values.pop('type')!r} is not a type we know"
    return values, rejected
