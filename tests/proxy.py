"""A TCP proxy that can lose connections the way networks do."""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Coroutine
from typing import Any, Self

from dev import ports


class TcpProxy:
    """Forwards 127.0.0.1:`port` to a server, from a thread of its own. Use as a context manager."""

    def __init__(self, target_port: int) -> None:
        self.port = ports.any_free()
        self._target_port = target_port
        self._loop = asyncio.new_event_loop()
        self._server: asyncio.Server | None = None
        self._connections: set[_Connection] = set()

    def swallow(self) -> None:
        """Every present connection goes half-open: it takes bytes and delivers none. New ones work."""
        self._run(self._swallow())

    def cut(self) -> None:
        """Every connection is closed, new ones are refused."""
        self._run(self._cut())

    def resume(self) -> None:
        """New connections are taken again after `cut`."""
        self._run(self._listen())

    @property
    def connections(self) -> int:
        """How many live connections there are, the swallowed ones not counted."""
        return sum(not connection.deaf for connection in tuple(self._connections))

    def __enter__(self) -> Self:
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self.resume()
        return self

    def __exit__(self, *_: object) -> None:
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _listen(self) -> None:
        if self._server is None:
            self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)

    async def _swallow(self) -> None:
        for connection in self._connections:
            connection.deaf = True

    async def _cut(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for connection in tuple(self._connections):
            connection.close()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there = await asyncio.open_connection("127.0.0.1", self._target_port)
        except OSError:
            writer.close()
            return
        connection = _Connection((reader, writer), there, self._connections.discard)
        self._connections.add(connection)
        await connection.forward()


Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class _Connection:
    def __init__(self, here: Stream, there: Stream, closed: "Callable[[_Connection], None]") -> None:
        self.deaf = False
        self._here = here
        self._there = there
        self._closed = closed

    async def forward(self) -> None:
        await asyncio.gather(self._pump(self._here[0], self._there[1]), self._pump(self._there[0], self._here[1]))

    def close(self) -> None:
        for _, writer in (self._here, self._there):
            writer.close()
        self._closed(self)

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(65536):
                if not self.deaf:
                    writer.write(data)
                    await writer.drain()
        if not self.deaf:  # otherwise even the end of one side is lost on the other
            self.close()
