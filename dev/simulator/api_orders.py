"""`/api/v2/orders`: the list, the detail and the change of a status."""

import json

from aiohttp import web

from dev.simulator import paging, show_order
from dev.simulator.gate import FAULTS
from dev.simulator.replies import SITE, error, not_found, reply
from dev.simulator.site import Site
from dev.simulator.stale import as_read
from dev.simulator.statuses import CODE_OF_PATCH_NAME, status_key


async def list_orders(request: web.Request) -> web.Response:
    site = request.app[SITE]
    return paging.page(request, _matching(site, request), lambda i: show_order.listed(site.orders.rows[i]))


def _matching(site: Site, request: web.Request) -> list[int]:
    """Ids of the orders the query asks for; without `status` N, AP, CO and DE only."""
    ids = site.orders.ids(request.query.get("status") or "default")
    phone = "".join(filter(str.isdigit, request.query.get("customer_phone", "")))
    if phone:
        rows = site.orders.rows
        ids = [i for i in ids if show_order.sender_phone(rows[i]) == phone]
    return ids


async def order_detail(request: web.Request) -> web.Response:
    site = request.app[SITE]
    order = as_read(site.orders, paging.integer(request.query.get("id"), 0), request[FAULTS])
    if order is None:
        return not_found("Order")
    return reply({"success": True, "data": show_order.detail(order)})


async def patch_status(request: web.Request) -> web.Response:
    site = request.app[SITE]
    order = site.orders.get(int(request.match_info["id"]))
    if order is None:
        return not_found("Order")
    try:
        name = json.loads(await request.read())["status"]
    except (ValueError, KeyError, TypeError):
        return error(400, "bad_request", "Missing required field: status")
    if name not in CODE_OF_PATCH_NAME:
        return error(400, "bad_request", f"Unknown status: {name}")
    order = site.change_order(order.id, {"status": CODE_OF_PATCH_NAME[name]})
    return reply({"success": True, "data": {"id": order.id, "status_key": status_key(order.status)}})
