"""`/_sim/state`, `/_sim/log`, `/_sim/webhooks`: what is there and what has happened, for assertions."""

import json
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from aiohttp import web

from dev.simulator import paging
from dev.simulator.replies import SITE, reply
from dev.simulator.rows import Order, Product
from dev.simulator.sim_rows import order_view, product_view
from dev.simulator.site import Site

ROWS_PER_CHUNK = 1_000


async def state(request: web.Request) -> web.Response:
    site = request.app[SITE]
    webhooks = {"pending": site.webhooks.pending(), **site.webhooks.counts}
    return reply(
        {
            "orders": site.orders.counts() | {"created_by_us": len(site.created_by_key)},
            "products": site.products.counts(),
            "webhooks": webhooks,
            "calls": site.journal.counts(),
            "open": site.journal.open,
        }
    )


async def rows(request: web.Request) -> web.StreamResponse:
    """NDJSON of the rows with ids above `after` (default 0), at most `limit` (default 10,000), ascending.

    `since` (epoch seconds) leaves only what changed after it; `full=1` gives whole rows instead of the short ones.
    """
    site, query = request.app[SITE], request.query
    response = web.StreamResponse(headers={"Content-Type": "application/x-ndjson"})
    await response.prepare(request)
    after, limit = paging.integer(query.get("after"), 0), paging.integer(query.get("limit"), 10_000)
    wanted = _rows(site, request.match_info["kind"], after, limit, float(query.get("since", -1)))
    chunk: list[str] = []
    for row in wanted:
        chunk.append(json.dumps(_line(row, site, query.get("full") == "1"), ensure_ascii=False))
        if len(chunk) == ROWS_PER_CHUNK:
            await response.write(("\n".join(chunk) + "\n").encode())
            chunk.clear()
    if chunk:
        await response.write(("\n".join(chunk) + "\n").encode())
    return response


def _rows(site: Site, kind: str, after: int, limit: int, since: float) -> Iterator[Order | Product]:
    shelf: Any = site.orders if kind == "orders" else site.products
    ids = shelf.ids("")
    start = bisect_right(ids, after)
    page = ids[start : start + limit] if since < 0 else ids[start:]
    found = (shelf.rows[row_id] for row_id in page if row_id in shelf.rows and shelf.rows[row_id].changed > since)
    return (row for _, row in zip(range(limit), found, strict=False))


def _line(row: Order | Product, site: Site, full: bool) -> dict[str, Any]:
    if isinstance(row, Order):
        return order_view(row) if full else {"id": row.id, "status": row.status, "version": row.version}
    view = product_view(row, site.config.site_url)
    if full:
        return view
    keys = ("title", "price", "image", "isAvailable")
    return {"id": row.id, "version": row.version} | {key: view["data"].get(key) for key in keys}


async def log(request: web.Request) -> web.Response:
    """The last calls received, `route` as a pattern such as `GET /api/v2/orders/*`, and counts of all."""
    journal = request.app[SITE].journal
    limit = paging.integer(request.query.get("limit"), 100)
    return reply({"calls": journal.last(request.query.get("route", "*"), limit), "counts": journal.counts()})


async def webhooks(request: web.Request) -> web.Response:
    """The last events with the backend's answers, oldest first; `entity` and `route` narrow them down."""
    sender, query = request.app[SITE].webhooks, request.query
    events = [
        event
        for event in sender.sent
        if query.get("route", event["route"]) == event["route"]
        and paging.integer(query.get("entity"), event["entity"]) == event["entity"]
    ]
    limit = paging.integer(query.get("limit"), 100)
    return reply({"events": events[-limit:], "counts": dict(sender.counts), "pending": sender.pending()})


async def clear_log(request: web.Request) -> web.Response:
    """Forget calls and webhooks that are over; what waits to be sent is still sent."""
    site = request.app[SITE]
    site.journal.clear()
    site.webhooks.sent.clear()
    site.webhooks.counts.clear()
    return reply({})
