"""The product's own web in a thread: what the simulated site sends its webhooks to."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from werkzeug.serving import make_server

from web import create_app


@contextmanager
def web_in_a_thread() -> Iterator[str]:
    """Its address. It works on this process's settings and database."""
    server = make_server("127.0.0.1", 0, create_app(), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
