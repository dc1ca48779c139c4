"""A product as the API and the webhook show it."""

from typing import Any

from dev.simulator import made_up, variety
from dev.simulator.rows import MISSING, Product
from dev.simulator.variety import empty

LIST_KEYS = (
    "id",
    "image",
    "images",
    "title",
    "price",
    "isAvailable",
    "createdAt",
    "type",
    "width",
    "height",
    "video",
    "duration",
    "discount",
    "composition",
    "colors",
    "catalogWidth",
    "catalogHeight",
    "productionTime",
)
WEBHOOK_KEYS = (
    "id",
    "title",
    "price",
    "isAvailable",
    "image",
    "images",
    "catalogHeight",
    "catalogWidth",
    "type",
    "colors",
    "createdAt",
)
DETAIL_ONLY = ("composition", "productionTime")


def detail(product: Product, site_url: str) -> dict[str, Any]:
    """The answer of `/products/detail`."""
    return _shown(product, LIST_KEYS, _values(product, site_url))


def listed(product: Product, site_url: str) -> dict[str, Any]:
    """A row of `/products/`: as the detail, without what only the detail knows."""
    blank = {key: empty(product.salt, 70 + n) for n, key in enumerate(DETAIL_ONLY)}
    return _shown(product, LIST_KEYS, _values(product, site_url) | blank)


def event(product: Product, site_url: str) -> dict[str, Any]:
    """The `product_data` of a webhook."""
    return _shown(product, WEBHOOK_KEYS, _values(product, site_url))


def title(product: Product) -> str:
    """Its title alone, for a search over many."""
    return str((product.fields or {}).get("title", made_up.title(product)))


def _values(product: Product, site_url: str) -> dict[str, Any]:
    return _made_up(product, site_url) | (product.fields or {})


def _shown(product: Product, keys: tuple[str, ...], values: dict[str, Any]) -> dict[str, Any]:
    return {key: values[key] for key in keys if values[key] is not MISSING}


def _made_up(product: Product, site_url: str) -> dict[str, Any]:
    salt = product.salt
    image = (product.fields or {}).get("image", made_up.image(product, site_url))
    values = {
        "id": variety.wire_id(product.id, salt),
        "image": image,
        "images": [image] if image and image is not MISSING else [],
        "title": made_up.title(product),
        "price": variety.price(made_up.product_price(product), salt),
        "isAvailable": product.active,
        "createdAt": variety.moment(made_up.made_at(product), salt),
        "type": product.type,
        "width": empty(salt, 10),
        "height": empty(salt, 11),
        "video": empty(salt, 12),
        "duration": empty(salt, 13),
        "discount": "0",
        "composition": made_up.composition(salt) if salt else None,
        "colors": empty(salt, 14, plain=False),
        "catalogWidth": empty(salt, 15, plain=""),
        "catalogHeight": empty(salt, 16, plain=""),
        "productionTime": "short" if salt else None,
    }
    if salt:
        prefix = ("width", "height") if product.type == "vitrina" else ("catalogWidth", "catalogHeight")
        values |= {key: made_up.dimension(salt, 80 + n) for n, key in enumerate(prefix)}
    return values
