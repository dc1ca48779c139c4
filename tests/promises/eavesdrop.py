"""What passes through Valkey, and what Flower shows."""

import base64
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import requests

from dev.embedded import Valkey
from tests.promises.house import House

PAGES = ("/", "/tasks", "/broker", "/metrics", "/api/workers?refresh=1", "/api/tasks", "/api/task/types")
BODY = re.compile(rb'body\\*": *\\*"([A-Za-z0-9+/=]{8,})')  # kombu wraps the arguments of a task in base64


@contextmanager
def monitored(valkey: Valkey) -> Iterator[bytearray]:
    """Every command of every client, in the bytes that fill while the block runs."""
    heard = bytearray()
    with socket.create_connection(("127.0.0.1", valkey.port)) as line:
        line.sendall(f"AUTH {valkey.password}\r\nMONITOR\r\n".encode())

        def listen() -> None:
            while data := line.recv(65536):
                heard.extend(data)

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        try:
            yield heard
        finally:
            line.shutdown(socket.SHUT_RDWR)
            thread.join()


def unwrapped(heard: bytes) -> str:
    """As text, with the arguments of tasks in the clear."""
    bodies = b"\n".join(base64.b64decode(body) for body in BODY.findall(heard))
    return (bytes(heard) + bodies).decode(errors="replace")


def flower(house: House) -> str:
    """All that Flower tells an operator: its pages, one of each worker, its API."""
    with requests.Session() as session:
        session.auth = tuple(house.env["FLOWER_BASIC_AUTH"].split(":"))
        base = f"http://127.0.0.1:{house.flower_port}"
        workers = session.get(f"{base}/api/workers?refresh=1", timeout=20).json()
        pages = [*PAGES, *(f"/worker/{name}" for name in workers)]
        answers = [session.get(f"{base}{page}", timeout=20) for page in pages]
    assert all(answer.ok for answer in answers), [(answer.url, answer.status_code) for answer in answers]
    return "\n".join(answer.text for answer in answers)
