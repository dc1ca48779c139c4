"""What a fault does to a call as a whole: refuse it, slow it down, cut the connection before or after acting."""

import asyncio
import os
import socket
import struct
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web

from dev.simulator.faults import REFUSALS, Fault, first
from dev.simulator.replies import page_of_html, reply

DROPPED = web.ResponseKey("dropped", bool)
_NO_LINGER = struct.pack("ii", 1, 0)

Answer = Callable[[], Awaitable[web.StreamResponse]]


async def answer(
    request: web.Request, faults: Sequence[Fault], latency_ms: float, act: Answer
) -> web.StreamResponse:
    """Act under the faults that struck; what a refused call asked for is not done."""
    if latency_ms:
        await asyncio.sleep(latency_ms / 1000)
    for slow in filter(lambda fault: fault.kind == "slow", faults):
        await slow.wait("delay_ms", 1000)
    if refusal := first(faults, *REFUSALS):
        return _refused(refusal)
    if first(faults, "reset"):
        return _drop(request)
    if hold := first(faults, "timeout"):
        await hold.wait("hold_ms", 60_000)
        return _drop(request)
    response = await act()
    if late := first(faults, "late"):
        await late.wait("delay_ms", 1000)
    if first(faults, "lose_answer"):
        return _drop(request)
    if cut := first(faults, "truncated_body"):
        return await _truncated(request, response, bool(cut.params.get("honest_length")))
    return response


def _refused(fault: Fault) -> web.Response:
    if fault.kind == "html":
        status = int(fault.number("status", 200))
        return page_of_html(status, "Сайт на обслуживании" if status < 500 else f"{status} Bad Gateway")
    if fault.kind == "ok_false":
        return reply({"success": False, "status": False, "error": "Something went wrong"})
    if fault.kind in ("http_429", "rate_limit"):
        body = {"status": False, "error": "Too Many Requests"}
        return reply(body, 429, {"Retry-After": f"{fault.retry_after():g}"})
    status = int(fault.kind.removeprefix("http_"))
    if status == 500:
        return reply({"status": False, "error": "Internal error"}, status)
    headers = {"Retry-After": f"{fault.retry_after():g}"} if "retry_after" in fault.params else None
    response = page_of_html(status, f"{status} Server Error")
    response.headers.update(headers or {})
    return response


def _drop(request: web.Request) -> web.Response:
    """Cut the connection with a reset instead of an answer."""
    response = web.Response()
    response[DROPPED] = True
    transport = request.transport
    if transport is None:
        return response
    copy = socket.socket(fileno=os.dup(transport.get_extra_info("socket").fileno()))
    copy.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
    copy.close()
    transport.abort()
    return response


async def _truncated(request: web.Request, whole: web.StreamResponse, honest_length: bool) -> web.StreamResponse:
    """Half of the body: broken JSON of the length it claims, or fewer bytes than it claims."""
    body = whole.body if isinstance(whole, web.Response) and isinstance(whole.body, bytes) else b""
    half = body[: len(body) // 2]
    if honest_length:
        return web.Response(body=half, status=whole.status, content_type="application/json", charset="utf-8")
    cut = web.StreamResponse(status=whole.status, headers={"Content-Type": "application/json"})
    cut.content_length = len(body)
    await cut.prepare(request)
    await cut.write(half)
    if request.transport:
        request.transport.close()
    return cut
