"""`/_sim/seed`, `/_sim/reset`, `/_sim/config`, `/_sim/faults`: how the site is made and how it misbehaves."""

import time

from aiohttp import web

from dev.simulator.replies import SITE, reply
from dev.simulator.sim_rows import body_of


async def seed(request: web.Request) -> web.Response:
    """Replace all rows by `orders` and `products` made-up ones; `at_work`: the orders are those of these days."""
    site, body = request.app[SITE], await body_of(request)
    now = time.time() if body.get("at_work") else None
    site.seed(int(body.get("orders", 0)), int(body.get("products", 0)), int(body.get("seed", 42)), now)
    return reply({"orders": len(site.orders.rows), "products": len(site.products.rows)})


async def reset(request: web.Request) -> web.Response:
    request.app[SITE].reset()
    return reply({})


async def read_config(request: web.Request) -> web.Response:
    return reply(request.app[SITE].config.as_dict())


async def change_config(request: web.Request) -> web.Response:
    config = request.app[SITE].config
    config.update(await body_of(request))
    return reply(config.as_dict())


async def list_faults(request: web.Request) -> web.Response:
    return reply({"faults": request.app[SITE].faults.as_list()})


async def add_fault(request: web.Request) -> web.Response:
    fault = request.app[SITE].faults.add(await body_of(request))
    return reply(fault.as_dict(), 201)


async def clear_faults(request: web.Request) -> web.Response:
    """All faults, or the one in the path."""
    fault_id = request.match_info.get("id")
    return reply({"cleared": request.app[SITE].faults.clear(int(fault_id) if fault_id else None)})
