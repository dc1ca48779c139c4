"""How fast PostgreSQL commits one row at a time, over so many connections at once: what no web can beat."""

import asyncio
from collections import Counter
from time import perf_counter

import psycopg2
from psycopg2.extensions import POLL_OK
from psycopg2.extras import wait_select

from dev.bench.figures import Load

PATIENCE_S = 30
TABLE = "CREATE TABLE IF NOT EXISTS bench_commit (id bigserial PRIMARY KEY, payload jsonb NOT NULL)"
INSERT = "INSERT INTO bench_commit (payload) VALUES (%s)"
PAYLOAD = '{"order_id": 100001, "status": "AP", "changed_by_id": 42, "notes": null}'


async def commits(url: str, connections: int, seconds: float) -> Load:
    """Each connection commits its next row as soon as the last is on disk."""
    burst = _Burst(connections)
    writers = [_Writer(url, burst) for _ in range(connections)]
    began = perf_counter()
    burst.until = began + seconds
    for writer in writers:
        writer.insert()
    await asyncio.wait_for(burst.over.wait(), seconds + PATIENCE_S)
    took = perf_counter() - began
    for writer in writers:
        writer.close()
    return Load(burst.latencies, took, Counter({200: len(burst.latencies)}))


class _Burst:
    def __init__(self, connections: int) -> None:
        self.until = 0.0
        self.open = connections
        self.over = asyncio.Event()
        self.latencies: list[float] = []


class _Writer:
    """One connection in psycopg2's asynchronous mode, where each statement is its own transaction."""

    def __init__(self, url: str, burst: _Burst) -> None:
        self._burst = burst
        self._connection = psycopg2.connect(url, async_=True)
        wait_select(self._connection)
        self._cursor = self._connection.cursor()
        asyncio.get_running_loop().add_reader(self._connection.fileno(), self._readable)

    def insert(self) -> None:
        """So short a statement is sent whole: there is never more to write, only the answer to read."""
        self._sent = perf_counter()
        self._cursor.execute(INSERT, [PAYLOAD])

    def close(self) -> None:
        asyncio.get_running_loop().remove_reader(self._connection.fileno())
        self._connection.close()

    def _readable(self) -> None:
        if self._connection.poll() != POLL_OK:
            return
        now = perf_counter()
        self._burst.latencies.append(now - self._sent)
        if now < self._burst.until:
            self.insert()
            return
        self._burst.open -= 1
        if not self._burst.open:
            self._burst.over.set()
