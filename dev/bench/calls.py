"""What the load generator sends, as the bytes on the wire."""

import itertools
import json
from collections.abc import Iterator

BARE = b"GET / HTTP/1.1\r\nHost: bench.example\r\n\r\n"
CODES = ("PD", "AP", "CO", "DE", "F", "N")  # each differs from the one before it, so that each is applied


def bare() -> Iterator[bytes]:
    """The cheapest route of the server."""
    return itertools.repeat(BARE)


def webhooks(first_order: int, orders: int, secret: str) -> Iterator[bytes]:
    """Status events of all orders in turn, each moving its order on."""
    for code in itertools.cycle(CODES):
        for order_id in range(first_order, first_order + orders):
            yield _webhook({"order_id": order_id, "status": code, "changed_by_id": 42, "notes": None}, secret)


def _webhook(event: dict[str, object], secret: str) -> bytes:
    body = json.dumps(event).encode()
    head = (
        "POST /api/v1/webhooks/order-status-sync HTTP/1.1\r\nHost: bench.example\r\n"
        f"X-Webhook-Secret: {secret}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
