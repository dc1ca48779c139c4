"""The shapes of the API's answers, errors included."""

import json
from typing import Any

from aiohttp import web

from dev.simulator.site import Site

SITE = web.AppKey("site", Site)


def reply(payload: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """JSON as PHP writes it: not escaped to ASCII."""
    body = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
    return web.Response(body=body, status=status, headers=headers, content_type="application/json", charset="utf-8")


def error(status: int, code: str, message: str) -> web.Response:
    """The generic error of the reading half."""
    return reply({"success": False, "error": {"code": code, "message": message}}, status)


def not_found(what: str) -> web.Response:
    return error(404, "not_found", f"{what} not found")


def write_error(status: int, message: str) -> web.Response:
    """The error of the writing half."""
    return reply({"status": False, "error": message}, status)


def page_of_html(status: int, title: str) -> web.Response:
    """What the web server before PHP answers."""
    body = f"<html><head><title>{title}</title></head><body><center><h1>{title}</h1></center></body></html>"
    return web.Response(text=body, status=status, content_type="text/html")
