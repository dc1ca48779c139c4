"""The routes of the simulator and its application."""

from collections.abc import AsyncIterator

from aiohttp import web
from aiohttp.typedefs import Handler

from dev.simulator import (
    api_create,
    api_orders,
    api_products,
    pictures,
    sim_rows,
    sim_settings,
    sim_views,
)
from dev.simulator.gate import gate
from dev.simulator.replies import SITE, reply
from dev.simulator.site import Site

API = "/api/v2"
UPDATE = f"{API}/products/update-from-railway"
HIGHEST_BODY = 256 * 1024 * 1024  # a bulk change of very many rows


def make_app(site: Site) -> web.Application:
    app = web.Application(middlewares=[gate, control_errors], client_max_size=HIGHEST_BODY)
    app[SITE] = site
    _add_api(app.router)
    _add_control(app.router)
    app.router.add_get("/upload/{name}", pictures.picture)
    app.cleanup_ctx.append(_webhooks)
    return app


def _add_api(router: web.UrlDispatcher) -> None:
    router.add_get(f"{API}/products/", api_products.list_products, allow_head=False)
    router.add_get(f"{API}/products/detail", api_products.product_detail, allow_head=False)
    router.add_get(f"{API}/products/detail/", api_products.product_detail, allow_head=False)
    for path in (UPDATE, f"{UPDATE}/", f"{UPDATE}/{{id}}", f"{UPDATE}/{{id}}/"):
        router.add_put(path, api_products.put_product)
    router.add_get(f"{API}/orders/", api_orders.list_orders, allow_head=False)
    router.add_get(f"{API}/orders/detail/", api_orders.order_detail, allow_head=False)
    router.add_post(f"{API}/orders/create/", api_create.create_order)
    router.add_patch(f"{API}/orders/{{id:\\d+}}/status/", api_orders.patch_status)
    for path in ("products", "orders", "orders/detail", "orders/create", "orders/{id:\\d+}/status"):
        router.add_route("*", f"{API}/{path}", add_slash)


def _add_control(router: web.UrlDispatcher) -> None:
    router.add_post("/_sim/seed", sim_settings.seed)
    router.add_post("/_sim/reset", sim_settings.reset)
    router.add_get("/_sim/config", sim_settings.read_config)
    router.add_post("/_sim/config", sim_settings.change_config)
    router.add_get("/_sim/faults", sim_settings.list_faults)
    router.add_post("/_sim/faults", sim_settings.add_fault)
    router.add_delete("/_sim/faults", sim_settings.clear_faults)
    router.add_delete("/_sim/faults/{id:\\d+}", sim_settings.clear_faults)
    router.add_post("/_sim/orders", sim_rows.create_order)
    router.add_post("/_sim/products", sim_rows.create_product)
    for method in ("GET", "POST", "DELETE"):
        router.add_route(method, "/_sim/orders/{id:\\d+}", sim_rows.order)
        router.add_route(method, "/_sim/products/{id:\\d+}", sim_rows.product)
    router.add_post("/_sim/bulk", sim_rows.bulk)
    router.add_get("/_sim/state", sim_views.state)
    router.add_get("/_sim/state/{kind:orders|products}", sim_views.rows)
    router.add_get("/_sim/log", sim_views.log)
    router.add_get("/_sim/webhooks", sim_views.webhooks)
    router.add_post("/_sim/clear-log", sim_views.clear_log)


async def add_slash(request: web.Request) -> web.Response:
    """The site's web server sends everyone to the path with a slash, whatever the method."""
    location = request.rel_url.with_path(f"{request.path}/").with_query(request.query)
    return web.Response(status=301, headers={"Location": str(location)})


@web.middleware
async def control_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Mistakes in control calls as 400 and 404 with the reason."""
    if not request.path.startswith("/_sim/"):
        return await handler(request)
    try:
        return await handler(request)
    except KeyError as missing:
        return reply({"error": f"No such row: {missing}"}, 404)
    except (ValueError, TypeError) as mistake:
        return reply({"error": str(mistake)}, 400)


async def _webhooks(app: web.Application) -> AsyncIterator[None]:
    await app[SITE].webhooks.start()
    yield
    await app[SITE].webhooks.stop()
