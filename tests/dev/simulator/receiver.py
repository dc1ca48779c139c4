"""A tiny backend in a thread: takes webhooks and remembers them."""

import asyncio
import threading
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.dev.simulator.waiting import wait_until


class Receiver:
    """`received` holds `{"route", "secret", "type", "body"}` in order of arrival; `status` is what it answers."""

    def __init__(self) -> None:
        self.received: list[dict[str, Any]] = []
        self.status = 200
        self.url = ""
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def clear(self) -> None:
        self.received.clear()
        self.status = 200

    def bodies(self, count: int) -> list[dict[str, Any]]:
        """The bodies received, once there are that many."""
        wait_until(lambda: len(self.received) >= count)
        return [event["body"] for event in self.received]

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        runner = self._loop.run_until_complete(self._serve())
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(runner.cleanup())
        self._loop.close()

    async def _serve(self) -> web.AppRunner:
        app = web.Application()
        app.router.add_post("/api/v1/webhooks/{route}", self._take)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = "http://{}:{}".format(*runner.addresses[0])
        return runner

    async def _take(self, request: web.Request) -> web.Response:
        self.received.append(
            {
                "route": request.match_info["route"],
                "secret": request.headers.get("X-Webhook-Secret"),
                "type": request.headers.get("Content-Type"),
                "body": await request.json(),
            }
        )
        return web.json_response({"status": "accepted"}, status=self.status)
