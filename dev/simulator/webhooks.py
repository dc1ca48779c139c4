"""The site's event handlers: each event is POSTed to the backend once, in the background, and never again.

Events of one entity leave one after another, as the site's own saves do; faults lose, double, delay or swap them.
"""

import asyncio
import json
import time
from collections import Counter, deque
from collections.abc import Sequence
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
        self._held: dict[tuple[str, int], list[Event]] = {}
        self._waiting: set[asyncio.TimerHandle] = set()
        self._in_flight = 0
        self._session: aiohttp.ClientSession | None = None
        self.sent: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self.counts: Counter[str] = Counter()

    async def start(self) -> None:
        # One connection per hit, as PHP does: a kept one could be closed under a POST and lose it by accident.
        connector = aiohttp.TCPConnector(limit=SENDERS, force_close=True)
        self._session = aiohttp.ClientSession(connector=connector)
        self._queues = [asyncio.Queue() for _ in range(SENDERS)]
        self._senders = [asyncio.create_task(self._send_all(queue)) for queue in self._queues]

    async def stop(self) -> None:
        self.clear()
        for sender in self._senders:
            sender.cancel()
        await asyncio.gather(*self._senders, return_exceptions=True)
        if self._session:
            await self._session.close()

    def clear(self) -> None:
        """Forget what was sent and what is waiting."""
        for timer in self._waiting:
            timer.cancel()
        self._waiting.clear()
        self._held.clear()
        for queue in self._queues:
            while not queue.empty():
                queue.get_nowait()
        self.sent.clear()
        self.counts.clear()

    def pending(self) -> int:
        """Events that are not answered yet."""
        held = sum(len(events) for events in self._held.values())
        queued = sum(queue.qsize() for queue in self._queues)
        return held + len(self._waiting) + queued + self._in_flight

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
        if swap := first(faults, "reordered"):
            self._hold(event, swap.number("wait_ms", 500))
            return
        copies = 2 if "doubled" in event.faults else 1
        delay_ms = sum(fault.number("delay_ms", 500) for fault in faults if fault.kind == "delayed")
        for _ in range(copies):
            if delay_ms:
                self._later(delay_ms, event)
            else:
                self._enqueue(event)
        for held in self._held.pop((event.route, event.entity), []):
            self._enqueue(held)

    def _hold(self, event: Event, wait_ms: float) -> None:
        """Keep an event back until the next one of its entity has left, or nothing came for a while."""
        key = (event.route, event.entity)
        self._held.setdefault(key, []).append(event)

        def release() -> None:
            for held in self._held.pop(key, []):
                self._enqueue(held)

        asyncio.get_running_loop().call_later(wait_ms / 1000, release)

    def _later(self, delay_ms: float, event: Event) -> None:
        def release() -> None:
            self._waiting.discard(timer)
            self._enqueue(event)

        timer = asyncio.get_running_loop().call_later(delay_ms / 1000, release)
        self._waiting.add(timer)

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
                status, answer = response.status, await response.text()
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
