"""What a florist's edit sets, from the JSON of `/_sim/`. Values are stored as they come, readable or not."""

import re
from typing import Any

from dev.simulator import show_product
from dev.simulator.rows import MISSING, Product

_NOT_FIELDS = {"id", "status", "silent", "missing", "changed_by_id"}


def order_fields(body: dict[str, Any]) -> dict[str, Any]:
    """Names as in the API's answers or in snake case; `sender` and `recipient` as objects or flat."""
    fields: dict[str, Any] = {}
    for key, value in _given(body).items():
        if key in ("sender", "recipient") and isinstance(value, dict):
            fields |= {f"{key}{part.capitalize()}": text for part, text in value.items()}
        else:
            fields[_camel(key)] = value
    return fields


def product_fields(body: dict[str, Any]) -> dict[str, Any]:
    return _given(body)


def with_main_image(product: Product, image: Any, site_url: str) -> list[Any]:
    """The product's images with another first one."""
    images = show_product.event(product, site_url).get("images")
    others = images[1:] if isinstance(images, list) else []
    return [image, *others] if image else others


def _given(body: dict[str, Any]) -> dict[str, Any]:
    """The fields of a body; those named in `missing` lose their key."""
    fields = {key: value for key, value in body.items() if key not in _NOT_FIELDS}
    return fields | dict.fromkeys(body.get("missing", ()), MISSING)


def _camel(name: str) -> str:
    if name == "status_key":
        return name
    return re.sub(r"_([a-z])", lambda match: match[1].upper(), name)
