"""`POST /api/v2/orders/create/`: an order that was made on our side."""

import json
from typing import Any

from aiohttp import web

from dev.simulator import show_product, transform
from dev.simulator.replies import SITE, reply, write_error
from dev.simulator.rows import Order
from dev.simulator.site import CREATED_BY, Site

_REQUIRED = ("railway_order_id", "customer_phone", "pickup", "items", "total_price")


class BadOrder(ValueError):
    """An order the site does not take; the message is what it answers."""


async def create_order(request: web.Request) -> web.Response:
    """One order per `railway_order_id`, however often it is sent."""
    site = request.app[SITE]
    try:
        payload = _checked(json.loads(await request.read()), site)
    except BadOrder as mistake:
        return write_error(400, str(mistake))
    except ValueError:
        return write_error(400, "Invalid JSON")
    key = payload["railway_order_id"]
    known = site.orders.get(site.created_by_key.get(key, 0))
    order = known or site.create_order(_fields(payload, site))
    site.created_by_key[key] = order.id
    return reply(_answer(order, payload["pickup"], key) | ({"duplicate": True} if known else {}))


def _answer(order: Order, pickup: str, key: str) -> dict[str, Any]:
    fields = order.fields or {}
    return {
        "status": True,
        "order_id": order.id,
        "account_number": str(order.id),
        "xml_id": f"railway-{key}",
        "price": int(float(fields["price"])),
        "delivery_price": int(fields["deliveryPrice"]),
        "pickup": pickup,
    }


def _checked(payload: Any, site: Site) -> dict[str, Any]:
    if not isinstance(payload, dict):
        raise BadOrder("Invalid JSON")
    for name in _REQUIRED:
        if payload.get(name) in (None, "", []):
            raise BadOrder(f"Missing required field: {name}")
    if payload["pickup"] not in ("Y", "N"):
        raise BadOrder("Invalid pickup")
    if not isinstance(payload["railway_order_id"], str) or not isinstance(payload["items"], list):
        raise BadOrder("Invalid payload")
    for item in payload["items"]:
        _check_item(item, site)
    return payload


def _check_item(item: Any, site: Site) -> None:
    if not isinstance(item, dict) or not isinstance(item.get("product_id"), int):
        raise BadOrder("Invalid item")
    for name in ("quantity", "price"):
        if type(item.get(name)) is not int or item[name] < (1 if name == "quantity" else 0):
            raise BadOrder(f"Invalid item {name}")
    if item["product_id"] not in site.products.rows:
        raise BadOrder(f"Product not found: {item['product_id']}")


def _fields(payload: dict[str, Any], site: Site) -> dict[str, Any]:
    """The order as a florist would enter it. The site prices the delivery itself and shows whole tenge."""
    delivery = 0 if payload["pickup"] == "Y" else site.config.delivery_price
    total = sum(item["price"] * item["quantity"] for item in payload["items"])
    fields = {
        "sender_name": payload.get("customer_name") or "",
        "sender_phone": payload["customer_phone"],
        "recipient_name": payload.get("recipient_name") or "",
        "recipient_phone": payload.get("recipient_phone") or "",
        "delivery_address": payload.get("delivery_address") or "",
        "delivery_date": payload.get("delivery_date") or "",
        "delivery_time": payload.get("delivery_time") or "",
        "delivery_price": str(delivery),
        "price": _tenge(transform.whole_tenge(total) + delivery * 100),
        "items": [_item(line, item, site) for line, item in enumerate(payload["items"], 1)],
        "pickup": payload["pickup"] == "Y",
        "isPayed": False,
        CREATED_BY: payload["railway_order_id"],
    }
    return fields | ({"notes": payload["notes"]} if payload.get("notes") else {})


def _item(line: int, item: dict[str, Any], site: Site) -> dict[str, Any]:
    product = site.products.rows[item["product_id"]]
    shown = show_product.event(product, site.config.site_url)
    return {
        "id": line,
        "productName": shown.get("title"),
        "amount": item["quantity"],
        "price": _tenge(item["price"]),
        "currency": "KZT",
        "productImage": shown.get("image"),
    }


def _tenge(minor: int) -> str:
    whole, tiyn = divmod(minor, 100)
    return f"{whole}.{tiyn:02d}" if tiyn else str(whole)
