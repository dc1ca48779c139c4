"""One request and its answer under one deadline, whatever the other side does.

The time-outs of urllib3 bound each wait on the socket, so a body (or headers) that trickles one byte at a
time lasts for ever. Here every read asks the exchange how long it may still take.
"""

import http.client
import io
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util import parse_url


class Exchange:
    """`deadline` is an instant of time.monotonic(), `silence` the longest wait for one more byte in seconds.

    `sent` turns True with the first byte of the request: from then on the site may have acted on it.
    """

    def __init__(self, deadline: float, silence: float) -> None:
        self.deadline = deadline
        self.silence = silence
        self.sent = False
        self.hasty = self.left() < silence
        """From the start there was less time than one silence."""

    def left(self) -> float:
        """Seconds until the deadline; negative after it."""
        return self.deadline - time.monotonic()

    def patience(self) -> float:
        """Seconds to wait for the next byte. Raises TimeoutError when the deadline is over."""
        left = self.left()
        if left <= 0:
            raise TimeoutError("the deadline is over")
        return min(self.silence, left)


_current: ContextVar[Exchange] = ContextVar("bitrix_exchange")


@contextmanager
def exchange(deadline: float, silence: float) -> Iterator[Exchange]:
    """Everything sent and read through a `pool` inside belongs to this exchange."""
    own = Exchange(deadline, silence)
    token = _current.set(own)
    try:
        yield own
    finally:
        _current.reset(token)


class _Reader(io.RawIOBase):
    """The receiving end of a socket that waits no longer than the exchange allows."""

    def __init__(self, sock: socket.socket, own: Exchange) -> None:
        self._sock = sock
        self._raw = sock.makefile("rb", buffering=0)
        self._own = own

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._own.patience())
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Socket:
    """What http.client wants of a socket: a file to read the answer from."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self._sock, _current.get()))


class _Response(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        super().__init__(_Socket(sock), *args, **kwargs)  # type: ignore[arg-type]


class _Connection(HTTPConnection):
    response_class = _Response

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        _current.get().sent = True
        super().send(data)


class _SecureConnection(_Connection, HTTPSConnection):
    """The same over TLS; its sock is there only after the handshake."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def pool(url: str, size: int) -> HTTPConnectionPool:
    """Connections to the host of `url` whose every wait ends with the exchange it belongs to."""
    to = parse_url(url)
    if to.scheme == "https":
        return _SecurePool(
            to.host or "", to.port, maxsize=size, cert_reqs="CERT_REQUIRED", ca_certs=certifi.where()
        )
    return _Pool(to.host or "", to.port, maxsize=size)
