"""The site's event handlers: each event is POSTed to the backend once, in the background, and never again.

Events of one entity leave one after another, as the site's own saves do; faults lose, double, delay or swap them.
"""

import asyncio
import json
import time
from collections import Counter, deque
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from dev.simulator.config import Config
from dev.simulator.faults import Fault, Faults, first

SENDERS = 32
KEPT = 10_000
STATUS_TIMEOUT_S = 10.0


@dataclass(slots=True)
class Event:
    """`entity` is the id the event is about, `faults` the kinds that struck it."""

    route: str
    entity: int
    body: dict[str, Any]
    faults: list[str]
    at: float = field(default_factory=time.time)


class Webhooks:
    def __init__(self, config: Config, faults: Faults) -> None:
        self._config = config
        self._faults = faults
        self._queues: list[asyncio.Queue[Event]] = []
        self._senders: list[asyncio.Task[None]] = []
        self._held: dict[tuple[str, int], list[tuple[Event, asyncio.Task[None]]]] = {}
        self._waiting: set[asyncio.Task[None]] = set()
        self._in_flight = 0
        self._session: aiohttp.ClientSession | None = None
        self.sent: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self.counts: Counter[str] = Counter()

    async def start(self) -> None:
        # One connection per hit, as PHP does: a kept one could be closed under a POST and lose it by accident.
        connector = aiohttp.TCPConnector(limit=SENDERS, force_close=True)
        self._session = aiohttp.ClientSession(connector=connector)
        self._start_senders()

    async def stop(self) -> None:
        self._cancel()
        if self._session:
            await self._session.close()

    def clear(self) -> None:
        """Forget what was sent, what is waiting and what is on its way."""
        self._cancel()
        self._start_senders()
        self._held.clear()
        self.sent.clear()
        self.counts.clear()

    def _start_senders(self) -> None:
        self._queues = [asyncio.Queue() for _ in range(SENDERS)]
        self._senders = [asyncio.create_task(self._send_all(queue)) for queue in self._queues]

    def _cancel(self) -> None:
        for task in (*self._senders, *self._waiting):
            task.cancel()

    def pending(self) -> int:
        """Events that are not answered yet."""
        queued = sum(queue.qsize() for queue in self._queues)
        return len(self._waiting) + queued + self._in_flight

    def fire(self, route: str, entity: int, body: dict[str, Any]) -> None:
        """Hand an event over; `route` is the last part of the webhook's path."""
        if not self._config.backend_url:
            self.counts["no_backend"] += 1
            return
        self.counts["fired"] += 1
        faults = self._faults.strike(f"WEBHOOK {route}")
        event = Event(route, entity, body, [fault.kind for fault in faults])
        self.counts.update(event.faults)
        if "lost" in event.faults:
            self._record(event, status=None, answer=None, started=event.at)
            return
        self._schedule(event, faults)

    def _schedule(self, event: Event, faults: Sequence[Fault]) -> None:
        key = (event.route, event.entity)
        if swap := first(faults, "reordered"):
            timer = self._spawn(self._release_after(swap, key))
            self._held.setdefault(key, []).append((event, timer))
            return
        delays = [fault for fault in faults if fault.kind == "delayed"]
        for _ in range(2 if "doubled" in event.faults else 1):
            if delays:
                self._spawn(self._send_after(delays, event))
            else:
                self._enqueue(event)
        self._release(key)

    async def _send_after(self, delays: Sequence[Fault], event: Event) -> None:
        for delay in delays:
            await delay.wait("delay_ms", 500)
        self._enqueue(event)

    async def _release_after(self, swap: Fault, key: tuple[str, int]) -> None:
        """Keep an event back until the next one of its entity has left, or nothing came for a while."""
        await swap.wait("wait_ms", 500)
        self._release(key)

    def _release(self, key: tuple[str, int]) -> None:
        for event, timer in self._held.pop(key, []):
            self._enqueue(event)
            timer.cancel()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._waiting.add(task)
        task.add_done_callback(self._waiting.discard)
        return task

    def _enqueue(self, event: Event) -> None:
        self._queues[event.entity % SENDERS].put_nowait(event)

    async def _send_all(self, queue: asyncio.Queue[Event]) -> None:
        while True:
            event = await queue.get()
            self._in_flight += 1
            try:
                await self._send(event)
            finally:
                self._in_flight -= 1

    async def _send(self, event: Event) -> None:
        assert self._session
        # The product handler of the site has no time-out at all.
        timeout = aiohttp.ClientTimeout(total=STATUS_TIMEOUT_S if event.route == "order-status-sync" else None)
        headers = {"X-Webhook-Secret": self._config.webhook_secret, "Content-Type": "application/json"}
        url = f"{self._config.backend_url}/api/v1/webhooks/{event.route}"
        data = json.dumps(event.body, ensure_ascii=False).encode()
        started = time.time()
        try:
            async with self._session.post(url, data=data, headers=headers, timeout=timeout) as response:
                status, answer = response.status, await response.text(errors="replace")
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            status, answer = None, repr(error)
        self.counts["ok" if status == 200 else "failed"] += 1
        self._record(event, status, answer, started)

    def _record(self, event: Event, status: int | None, answer: str | None, started: float) -> None:
        self.sent.append(
            {
                "at": event.at,
                "route": event.route,
                "entity": event.entity,
                "body": event.body,
                "faults": event.faults,
                "status": status,
                "answer": _decoded(answer),
                "ms": round((time.time() - started) * 1000, 2),
            }
        )


def _decoded(answer: str | None) -> Any:
    try:
        return json.loads(answer) if answer else answer
    except ValueError:
        return answer
