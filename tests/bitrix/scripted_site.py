"""A site that says what a test tells it to, byte by byte where needed."""

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Self

Script = Callable[[socket.socket], None]
TRICKLE_S = 0.01


@dataclass
class Request:
    method: str
    path: str
    headers: dict[str, str]
    body: Any
    connection: int
    """Number of the connection it came over, from 1."""


@dataclass
class ScriptedSite:
    """Plays one script per request, in order; the last one over and over. Connections are kept alive."""

    scripts: list[Script] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._lock = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self._listener.close()
        for connection in self._open:
            connection.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def says(self, *scripts: Script) -> None:
        self.scripts[:] = scripts

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(connection)
            threading.Thread(target=self._serve, args=(connection, len(self._open)), daemon=True).start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        try:
            with connection.makefile("rb") as reader:
                while request := _read_request(reader, number):
                    with self._lock:
                        self.requests.append(request)
                        script = self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]
                    script(connection)
        except OSError:
            pass  # the client has gone, or the script broke the connection


def _read_request(reader: Any, number: int) -> Request | None:
    line = reader.readline().decode()
    if not line:
        return None
    method, path, _ = line.split(" ", 2)
    headers = {}
    while (header := reader.readline().decode().strip()) != "":
        name, _, value = header.partition(": ")
        headers[name] = value
    body = reader.read(int(headers.get("Content-Length", 0)))
    return Request(method, path, headers, json.loads(body) if body else None, number)


def answer(document: Any, status: int = 200, headers: Iterable[tuple[str, str]] = ()) -> Script:
    """`document` as JSON, or a str or bytes as they are."""
    body = document if isinstance(document, bytes) else _text(document).encode()
    return raw(_head(status, len(body), headers) + body)


def raw(data: bytes) -> Script:
    """Exactly these bytes."""
    return lambda connection: connection.sendall(data)


def truncated(data: bytes, promised: int) -> Script:
    """Part of a body, then the end."""

    def script(connection: socket.socket) -> None:
        connection.sendall(_head(200, promised) + data)
        connection.shutdown(socket.SHUT_RDWR)

    return script


def trickle(data: bytes) -> Script:
    """One byte at a time, for as long as the client listens."""

    def script(connection: socket.socket) -> None:
        for byte in data:
            connection.sendall(bytes([byte]))
            time.sleep(TRICKLE_S)

    return script


def trickling_headers() -> Script:
    return trickle(b"HTTP/1.1 200 OK\r\nX-Padding: " + b"x" * 10_000)


def trickling_body() -> Script:
    body = b" " * 10_000
    return trickle(_head(200, len(body)) + body)


def silence(connection: socket.socket) -> None:
    """Read the request and never answer; the test's end closes the connection."""
    connection.recv(1)


def reset(connection: socket.socket) -> None:
    """Read the request, then break the connection hard."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.shutdown(socket.SHUT_RD)
    connection.close()


def hang_up(connection: socket.socket) -> None:
    """Read the request, then close politely without an answer."""
    connection.shutdown(socket.SHUT_RDWR)


def _text(document: Any) -> str:
    return document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)


def _head(status: int, length: int, headers: Iterable[tuple[str, str]] = ()) -> bytes:
    lines = [f"HTTP/1.1 {status} Scripted", f"Content-Length: {length}", *(f"{k}: {v}" for k, v in headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()
