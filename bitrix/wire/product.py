"""A product of the site: read from list rows, detail answers and webhooks; written in three dialects."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from bitrix.wire.dates import parse_moment
from bitrix.wire.dimension import parse_dimension
from bitrix.wire.empty import MISSING, as_list, first_filled, is_empty
from bitrix.wire.price import format_price, parse_price
from bitrix.wire.reading import Reading
from bitrix.wire.scalars import absolute_url, parse_flag, parse_id, parse_text
from bitrix.wire.unreadable import Unreadable

UPDATE_PATH = "/products/update-from-railway/"


class SiteProduct(NamedTuple):
    """`reading` has name (as sent, escapes and all), price (minor units), image (address or None), enabled,
    type, width and height (cm or None), images (list of addresses), created (UTC or None)."""

    id: int
    reading: Reading


def parse_product(data: Mapping[str, Any], base_url: str = "") -> SiteProduct:
    """Read what can be read; `base_url` completes relative images. Raises Unreadable without an id."""
    product_id = parse_product_id(data)
    reading = Reading()
    reading.take("name", data.get("title", MISSING), _filled_text)
    reading.take("price", data.get("price", MISSING), parse_price)
    reading.take_optional("image", data.get("image", MISSING), partial(absolute_url, base_url=base_url))
    reading.take("enabled", data.get("isAvailable", MISSING), parse_flag)
    reading.take("type", data.get("type", MISSING), _filled_text)
    reading.take("width", _dimension(data, "width", "catalogWidth"), parse_dimension)
    reading.take("height", _dimension(data, "height", "catalogHeight"), parse_dimension)
    reading.take("images", data.get("images", MISSING), partial(_addresses, base_url=base_url))
    reading.take_optional("created", data.get("createdAt", MISSING), parse_moment)
    return SiteProduct(product_id, reading)


def parse_product_id(data: Mapping[str, Any]) -> int:
    return parse_id(data.get("id"))


def product_payload(dialect: str, product_id: int, changes: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Path below /api/v2 and JSON body that send `changes`: only those fields of name, price (minor units),
    image, description and enabled that are to be sent; None clears. Raises ValueError for anything else.
    """
    write = _WRITERS.get(dialect)
    if write is None:
        raise ValueError(f"dialect {dialect!r} is not one of {', '.join(DIALECTS)}")
    unknown = set(changes) - set(write)
    if unknown:
        raise ValueError(f"the site takes no {', '.join(sorted(unknown))}")
    body = {write[field].key: write[field].spell(value) for field, value in changes.items()}
    if dialect == "body":
        return UPDATE_PATH, {"id": product_id, **body}
    return f"{UPDATE_PATH}{product_id}", body


class _Written(NamedTuple):
    key: str
    spell: Callable[[Any], Any]


def _text_or_nothing(value: str | None) -> str:
    return value or ""


def _yes_or_no(value: bool) -> str:
    return "Y" if value else "N"


_PATH = {
    "name": _Written("name", str),
    "price": _Written("price", format_price),
    "image": _Written("image", _text_or_nothing),
    "description": _Written("description", _text_or_nothing),
    "enabled": _Written("enabled", bool),
}
_BODY = {**_PATH, "name": _Written("title", str), "enabled": _Written("isAvailable", bool)}
_WRITERS = {"path": _PATH, "body": _BODY, "path-yn": {**_PATH, "enabled": _Written("enabled", _yes_or_no)}}
DIALECTS = tuple(_WRITERS)


def _filled_text(raw: Any) -> str:
    if is_empty(raw):
        raise Unreadable(raw, "is empty")
    return parse_text(raw)


def _dimension(data: Mapping[str, Any], vitrina_key: str, catalog_key: str) -> Any:
    """The value under the key that belongs to the product's type.

    Where the type does not tell, or its key was not sent, the other key may fill the field, never empty it.
    """
    kind = data.get("type")
    own = vitrina_key if kind == "vitrina" else catalog_key if kind == "catalog" else None
    if own is not None and own in data:
        return data[own]
    both = [data.get(vitrina_key, MISSING), data.get(catalog_key, MISSING)]
    found = first_filled(*both)
    return found if not is_empty(found) or (own is None and MISSING not in both) else MISSING


def _addresses(raw: Any, base_url: str) -> list[str]:
    rows = [raw] if isinstance(raw, str) and raw.strip() else as_list(raw)
    if rows is None:
        raise Unreadable(raw, "is not a list")
    return [absolute_url(row, base_url) for row in rows if not is_empty(row)]
