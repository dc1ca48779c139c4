"""`/api/v2/products`: the list, the detail and the PUT in its three dialects."""

import json
from typing import Any

from aiohttp import web

from dev.simulator import paging, show_product, transform, variety
from dev.simulator.gate import FAULTS
from dev.simulator.replies import SITE, not_found, page_of_html, reply, write_error
from dev.simulator.rows import Product
from dev.simulator.site import Site
from dev.simulator.stale import as_read

_TYPES = ("vitrina", "catalog")


class BadPayload(ValueError):
    """A PUT the site does not understand."""


async def list_products(request: web.Request) -> web.Response:
    site = request.app[SITE]
    url = site.config.site_url
    return paging.page(request, _matching(site, request), lambda i: show_product.listed(site.products.rows[i], url))


def _matching(site: Site, request: web.Request) -> list[int]:
    """Ids of the products the query asks for; without `isAvailable` the active ones only."""
    query = request.query
    activity = "off" if query.get("isAvailable", "true").lower() in ("false", "0", "n") else "on"
    ids = site.products.ids(f"{query['type']}-{activity}" if query.get("type") in _TYPES else activity)
    if wanted := query.get("id"):
        product = site.products.get(paging.integer(wanted, 0))
        ids = [product.id] if product and product.active == (activity == "on") else []
    if needle := query.get("search", "").lower():
        rows = site.products.rows
        ids = [i for i in ids if needle in show_product.title(rows[i]).lower()]
    return ids


async def product_detail(request: web.Request) -> web.Response:
    site = request.app[SITE]
    product = as_read(site.products, paging.integer(request.query.get("id"), 0), request[FAULTS])
    if product is None:
        return not_found("Product")
    return reply({"success": True, "data": show_product.detail(product, site.config.site_url)})


async def put_product(request: web.Request) -> web.Response:
    """The write from Railway. A key that is not sent leaves its field as it is."""
    site = request.app[SITE]
    in_path = "id" in request.match_info
    if in_path == (site.config.dialect == "body"):
        return page_of_html(405, "405 Not Allowed")
    try:
        payload = json.loads(await request.read())
        if not isinstance(payload, dict):
            raise BadPayload("Invalid JSON")
        product = site.products.get(_product_id(request, payload))
        if product is None:
            return write_error(404, "Product not found")
        sent = _sent(payload, site.config.dialect)
        changes = {field: _stored(field, value, product, request) for field, value in sent.items()}
    except BadPayload as mistake:
        return write_error(400, str(mistake))
    except ValueError:
        return write_error(400, "Invalid JSON")
    site.change_product(product.id, changes)
    site.puts += 1
    done = {"message": "Product updated", "product_id": product.id, "updated_fields": sorted(changes)}
    return reply({"status": True if site.puts % 2 else "success", **done})


def _product_id(request: web.Request, payload: dict[str, Any]) -> int:
    wanted = request.match_info.get("id", payload.get("id"))
    if isinstance(wanted, bool) or not str(wanted).isdigit():
        raise BadPayload("Invalid product id")
    return int(str(wanted))


def _sent(payload: dict[str, Any], dialect: str) -> dict[str, Any]:
    """What was sent, under the florist's names; raises BadPayload."""
    older = dialect == "body"
    names = {"title" if older else "name": "title", "isAvailable" if older else "enabled": "isAvailable"}
    names |= {"price": "price", "image": "image", "description": "description"}
    unknown = sorted(payload.keys() - names.keys() - ({"id"} if older else set()))
    if unknown:
        raise BadPayload(f"Unknown field: {unknown[0]}")
    return {names[key]: value for key, value in payload.items() if key != "id"}


def _stored(field: str, value: Any, product: Product, request: web.Request) -> Any:
    """What the site makes of a value; raises BadPayload."""
    config = request.app[SITE].config
    if field == "isAvailable":
        return _enabled(value, config.dialect)
    if field == "price":
        minor = transform.price(value, config)
        if minor is None:
            raise BadPayload("Invalid price")
        return variety.price(minor, product.salt)
    if field != "title" and value in (None, ""):
        return value
    if not isinstance(value, str) or not value.strip():
        raise BadPayload(f"Invalid {field}")
    if field == "description":
        return value
    if field == "title":
        return transform.title(value, config)
    return transform.image(value, config, own_host=request.host)


def _enabled(value: Any, dialect: str) -> bool:
    if dialect == "path-yn" and value in ("Y", "N"):
        return value == "Y"
    if dialect != "path-yn" and isinstance(value, bool):
        return value
    raise BadPayload("Invalid enabled")
