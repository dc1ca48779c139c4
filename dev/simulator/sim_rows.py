"""`/_sim/orders`, `/_sim/products`, `/_sim/bulk`: what a florist does, and the rows as they are."""

import json
from typing import Any

from aiohttp import web

from dev.simulator import show_order, show_product
from dev.simulator.replies import SITE, reply
from dev.simulator.rows import Order, Product
from dev.simulator.site import Site


def order_view(order: Order) -> dict[str, Any]:
    """Bare code and version, the order as `/orders/detail/` shows it in `data`."""
    return {"id": order.id, "status": order.status, "version": order.version, "data": show_order.detail(order)}


def product_view(product: Product, site_url: str) -> dict[str, Any]:
    """`description` is what was PUT and no read shows."""
    description = (product.fields or {}).get("description")
    data = show_product.detail(product, site_url)
    return {"id": product.id, "version": product.version, "description": description, "data": data}


async def body_of(request: web.Request) -> dict[str, Any]:
    """The JSON object of a control call, empty when there is none."""
    text = await request.text()
    body = json.loads(text) if text else {}
    if not isinstance(body, dict):
        raise ValueError("The body must be a JSON object")
    return body


async def create_order(request: web.Request) -> web.Response:
    body = await body_of(request)
    order = request.app[SITE].create_order(body, silent=bool(body.get("silent")))
    return reply(order_view(order), 201)


async def order(request: web.Request) -> web.Response:
    """Read (GET), change (POST) or delete (DELETE) one order."""
    site, order_id = request.app[SITE], int(request.match_info["id"])
    if request.method == "DELETE":
        site.delete_order(order_id)
        return reply({"deleted": order_id})
    if request.method == "GET":
        return reply(order_view(site.orders.rows[order_id]))
    body = await body_of(request)
    return reply(order_view(site.change_order(order_id, body, silent=bool(body.get("silent")))))


async def create_product(request: web.Request) -> web.Response:
    site, body = request.app[SITE], await body_of(request)
    product = site.create_product(body, silent=bool(body.get("silent")))
    return reply(product_view(product, site.config.site_url), 201)


async def product(request: web.Request) -> web.Response:
    """Read (GET), change (POST) or delete (DELETE) one product."""
    site, product_id = request.app[SITE], int(request.match_info["id"])
    if request.method == "DELETE":
        site.delete_product(product_id)
        return reply({"deleted": product_id})
    if request.method == "GET":
        return reply(product_view(site.products.rows[product_id], site.config.site_url))
    body = await body_of(request)
    changed = site.change_product(product_id, body, silent=bool(body.get("silent")))
    return reply(product_view(changed, site.config.site_url))


async def bulk(request: web.Request) -> web.Response:
    """Many deeds in one PHP hit: none of them waits for another's webhook."""
    site, body = request.app[SITE], await body_of(request)
    silent = bool(body.get("silent"))
    for change in body.get("changes", []):
        _deed(site, dict(change), silent)
    return reply({"changed": len(body.get("changes", []))})


def _deed(site: Site, change: dict[str, Any], silent: bool) -> None:
    """`{"order"|"product": id, ...fields}`; with `"delete": true` it goes, with `"create": true` it comes."""
    kind = "order" if "order" in change else "product"
    row_id, create, delete = change.pop(kind), change.pop("create", False), change.pop("delete", False)
    if delete and kind == "order":
        site.delete_order(row_id)
    elif delete:
        site.delete_product(row_id, silent)
    elif create:
        make = site.create_order if kind == "order" else site.create_product
        make({"id": row_id, **change}, silent)
    else:
        save = site.change_order if kind == "order" else site.change_product
        save(row_id, change, silent)
