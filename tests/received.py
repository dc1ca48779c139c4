"""One webhook that was stored, as the web stores it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from sync.inbox.receive import Receipt, Webhook, receive


def receive_order_status(
    connection: Connection, bitrix_id: int, payload: Mapping[str, Any], request_id: str | None = None
) -> Receipt:
    return receive(connection, [Webhook.order_status(bitrix_id, payload, request_id)])[0]


def receive_product(connection: Connection, bitrix_id: int, kind: str, payload: Mapping[str, Any]) -> Receipt:
    return receive(connection, [Webhook.product(bitrix_id, kind, payload)])[0]
