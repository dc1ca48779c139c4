"""Calls to the web over connections that stay open: as many as it takes, or so many a second."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import cast

from dev.bench.answers import Answers
from dev.bench.figures import Load

PATIENCE_S = 30
Requests = Iterator[bytes]


class _Caller(asyncio.Protocol):
    """One connection. `answered` is told the status and the seconds of each call."""

    def __init__(self, answered: Callable[["_Caller", int, float], None]) -> None:
        self._answers = Answers()
        self._answered = answered
        self._sent = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def send(self, request: bytes) -> None:
        self._sent = perf_counter()
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        status = self._answers.feed(data)
        if status is not None:
            self._answered(self, status, perf_counter() - self._sent)

    def close(self) -> None:
        self._transport.close()


class _Burst:
    """Callers over some connections, and what they were answered."""

    def __init__(self, requests: Requests) -> None:
        self._requests = requests
        self._callers: list[_Caller] = []
        self.latencies: list[float] = []
        self.outcomes: Counter[int] = Counter()

    async def connect(self, port: int, connections: int, answered: Callable[[_Caller], None]) -> list[_Caller]:
        def note(caller: _Caller, status: int, seconds: float) -> None:
            self.latencies.append(seconds)
            self.outcomes[status] += 1
            answered(caller)

        loop = asyncio.get_running_loop()
        for _ in range(connections):
            _, caller = await loop.create_connection(lambda: _Caller(note), "127.0.0.1", port)
            self._callers.append(caller)
        return self._callers

    def call(self, caller: _Caller) -> None:
        caller.send(next(self._requests))

    def close(self) -> None:
        for caller in self._callers:
            caller.close()


async def flat_out(port: int, requests: Requests, connections: int, seconds: float) -> Load:
    """Each connection sends its next request as soon as the last is answered, for `seconds`."""
    burst, open_calls = _Burst(requests), connections
    until = 0.0
    over = asyncio.Event()

    def answered(caller: _Caller) -> None:
        nonlocal open_calls
        if perf_counter() < until:
            burst.call(caller)
        elif (open_calls := open_calls - 1) == 0:
            over.set()

    callers = await burst.connect(port, connections, answered)
    began = perf_counter()
    until = began + seconds
    for caller in callers:
        burst.call(caller)
    await asyncio.wait_for(over.wait(), seconds + PATIENCE_S)
    took = perf_counter() - began
    burst.close()
    return Load(burst.latencies, took, burst.outcomes)


async def paced(port: int, requests: Requests, per_s: float, seconds: float, connections: int = 10) -> Load:
    """`per_s` calls a second, evenly, whatever the answers take; a call waits only where no connection is free."""
    burst, free = _Burst(requests), asyncio.Queue[_Caller]()
    for caller in await burst.connect(port, connections, free.put_nowait):
        free.put_nowait(caller)
    began = perf_counter()
    for number in range(round(per_s * seconds)):
        await asyncio.sleep(began + number / per_s - perf_counter())
        burst.call(await asyncio.wait_for(free.get(), PATIENCE_S))
    for _ in range(connections):
        await asyncio.wait_for(free.get(), PATIENCE_S)
    took = perf_counter() - began
    burst.close()
    return Load(burst.latencies, took, burst.outcomes)
