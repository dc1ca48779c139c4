"""A tiny HTTP server that hears alerts, and refuses as it is told."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


class Receiver:
    """`heard` are (path, document); `refusing` is the status of every answer while it is set."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self.refusing: int | None = None

    def states(self) -> list[tuple[str, str]]:
        return [(document["condition"], document["state"]) for _path, document in self.heard]


@contextmanager
def listening() -> Iterator[Receiver]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            document = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if receiver.refusing is None:
                receiver.heard.append((self.path, document))
            self.send_response(receiver.refusing or 200)
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    receiver = Receiver(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
