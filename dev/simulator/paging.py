"""The window of a list: limit and offset as the site reads them, and the faults that shift, repeat or drop rows."""

from collections.abc import Callable, Sequence
from typing import Any

from aiohttp import web

from dev.simulator.faults import Fault, first
from dev.simulator.gate import FAULTS
from dev.simulator.replies import SITE, reply

DEFAULT_LIMIT, HIGHEST_LIMIT = 20, 100


def integer(text: str | None, default: int) -> int:
    """As PHP reads it: what is no number is the default."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


def page(request: web.Request, ids: Sequence[int], show: Callable[[int], dict[str, Any]]) -> web.Response:
    """One page of the rows with these ids (ascending), newest first. A limit out of bounds is clamped to them."""
    limit = min(max(integer(request.query.get("limit"), DEFAULT_LIMIT), 1), HIGHEST_LIMIT)
    offset = max(integer(request.query.get("offset"), 0), 0)
    if not _in_city(request):
        ids = ()
    total = len(ids)
    window = _window(ids, offset, limit, request[FAULTS])
    pagination = {"total": total, "limit": limit, "offset": offset, "hasMore": offset + limit < total}
    return reply({"success": True, "data": [show(row) for row in window], "pagination": pagination})


def _in_city(request: web.Request) -> bool:
    """Whether the site knows the city that is asked for, if one is."""
    if first(request[FAULTS], "forget_city"):
        return False
    known = request.app[SITE].config.cities
    city = request.headers.get("X-City") or request.query.get("cityId") or ""
    return not city or not known or city.strip().lower() in known


def _window(ids: Sequence[int], offset: int, limit: int, faults: Sequence[Fault]) -> Sequence[int]:
    if first(faults, "empty_page"):
        return ()
    if move := first(faults, "move_rows"):
        # Rows came in or went away since the page before: this one starts too early or too late.
        rows = int(move.number("rows", 3))
        offset = offset + rows if offset < rows else offset + move.rng.choice((-rows, rows))
    end = max(len(ids) - offset, 0)
    window = list(ids[max(end - limit, 0) : end])[::-1]
    if repeat := first(faults, "repeat_rows"):
        rows = min(int(repeat.number("rows", 3)), len(window) // 2)
        window[len(window) - rows :] = window[:rows]
    if short := first(faults, "truncated_page"):
        window = window[: max(len(window) - int(short.number("rows", len(window) / 2 + 0.5)), 0)]
    return window
