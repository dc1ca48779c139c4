"""Store a webhook durably, and learn in the same round trip what the answer must say.

The look-up beside the insert chooses only the answer; the drain decides again under the entity's lock.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from sync.inbox.prepared import Prepared

# $1 entity, $2 bitrix_id, $3 kind, $4 payload, $5 external_id, $6 request_id
TYPES = ("text", "bigint", "text", "jsonb", "text", "text")
INSERT = """
WITH shop AS (SELECT id FROM shop WHERE mirrors_bitrix),
event AS (
    INSERT INTO webhook_event (shop_id, entity, bitrix_id, kind, payload, external_id, request_id)
    SELECT id, $1, $2, $3, $4, $5, $6 FROM shop
    ON CONFLICT (source, entity, external_id) WHERE external_id IS NOT NULL DO NOTHING
    RETURNING id
)
"""
STORE_ORDER = Prepared(
    "store_order",
    TYPES,
    INSERT
    + """
SELECT event.id, o.id, o.status, o.bitrix_status
FROM shop LEFT JOIN event ON true
LEFT JOIN "order" o ON o.shop_id = shop.id AND o.bitrix_order_id = $2
""",
)
STORE_PRODUCT = Prepared(
    "store_product",
    TYPES,
    INSERT
    + """
SELECT event.id, p.id, NULL, NULL
FROM shop LEFT JOIN event ON true
LEFT JOIN product p ON p.shop_id = shop.id AND p.bitrix_id = $2
""",
)
REPEATED = text(
    "SELECT id FROM webhook_event WHERE source = 'bitrix' AND entity = :entity AND external_id = :external_id"
)


class NoMirroredShop(RuntimeError):
    """No shop mirrors the site, so there is nobody to keep the event for."""


@dataclass(frozen=True)
class Receipt:
    """The stored event, and what stood here at that moment. `local_id` is None for an unknown entity."""

    event_id: int
    local_id: int | None
    status: str | None
    bitrix_status: str | None


def receive_order_status(
    connection: Connection, bitrix_id: int, payload: Mapping[str, Any], request_id: str | None = None
) -> Receipt:
    """Store an order's status event. The connection is in autocommit: when this returns, it is on disk.

    `payload` is the body as it came; an `event_id` in it makes a repeat find the first event again.
    """
    return _store(connection, STORE_ORDER, "order", "order.status", bitrix_id, payload, request_id)


def receive_product(
    connection: Connection,
    bitrix_id: int,
    kind: str,
    payload: Mapping[str, Any],
    request_id: str | None = None,
) -> Receipt:
    """Store a product event of this kind (`product.updated` ...), like `receive_order_status`."""
    return _store(connection, STORE_PRODUCT, "product", kind, bitrix_id, payload, request_id)


def _store(
    connection: Connection,
    statement: Prepared,
    entity: str,
    kind: str,
    bitrix_id: int,
    payload: Mapping[str, Any],
    request_id: str | None,
) -> Receipt:
    event_id = payload.get("event_id")
    external = None if event_id is None else str(event_id)
    body = json.dumps(payload, ensure_ascii=False)
    row = statement.first(connection, (entity, bitrix_id, kind, body, external, request_id))
    if row is None:
        raise NoMirroredShop("no shop mirrors the site")
    stored, *known = row
    if stored is None:
        stored = connection.execute(REPEATED, {"entity": entity, "external_id": external}).scalar_one()
    return Receipt(stored, *known)
