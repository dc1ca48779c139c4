"""Store webhooks durably, and learn in the same round trip what their answers must say.

The look-up beside the insert chooses only the answer; the drain decides again under the entity's lock.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from sync.inbox.prepared import Prepared

# The ids are drawn first, because they tell which of the stored rows is whose.
STORE = Prepared(
    "store_webhooks",
    ("text[]", "bigint[]", "text[]", "text[]", "text[]", "text[]"),
    """
WITH given AS MATERIALIZED (
    SELECT nextval('webhook_event_id_seq') AS id, shop.id AS shop_id, entity, bitrix_id, kind,
        CAST(payload AS jsonb) AS payload, external_id, request_id
    FROM shop, unnest($1, $2, $3, $4, $5, $6) AS given (entity, bitrix_id, kind, payload, external_id, request_id)
    WHERE shop.mirrors_bitrix
), event AS (
    INSERT INTO webhook_event (id, shop_id, entity, bitrix_id, kind, payload, external_id, request_id)
    SELECT id, shop_id, entity, bitrix_id, kind, payload, external_id, request_id FROM given
    ON CONFLICT (source, entity, external_id) WHERE external_id IS NOT NULL DO NOTHING
    RETURNING id
)
SELECT event.id, coalesce(o.id, p.id), o.status, o.bitrix_status
FROM given LEFT JOIN event USING (id)
LEFT JOIN "order" o
    ON given.entity = 'order' AND o.shop_id = given.shop_id AND o.bitrix_order_id = given.bitrix_id
LEFT JOIN product p
    ON given.entity = 'product' AND p.shop_id = given.shop_id AND p.bitrix_id = given.bitrix_id
ORDER BY given.id
""",
)
REPEATED = text(
    "SELECT id FROM webhook_event WHERE source = 'bitrix' AND entity = :entity AND external_id = :external_id"
)


class NoMirroredShop(RuntimeError):
    """No shop mirrors the site, so there is nobody to keep the event for."""


class Webhook(NamedTuple):
    """One event to store; `payload` is the body as it came, as JSON."""

    entity: str
    bitrix_id: int
    kind: str
    payload: str
    external_id: str | None
    request_id: str | None

    @classmethod
    def order_status(cls, bitrix_id: int, body: Mapping[str, Any], request_id: str | None = None) -> "Webhook":
        return cls._of("order", bitrix_id, "order.status", body, request_id)

    @classmethod
    def product(
        cls, bitrix_id: int, kind: str, body: Mapping[str, Any], request_id: str | None = None
    ) -> "Webhook":
        """`kind`: `product.updated` and the like."""
        return cls._of("product", bitrix_id, kind, body, request_id)

    @classmethod
    def _of(
        cls, entity: str, bitrix_id: int, kind: str, body: Mapping[str, Any], request_id: str | None
    ) -> "Webhook":
        """An `event_id` in the body makes a repeat find the first event again."""
        event_id = body.get("event_id")
        external_id = None if event_id is None else str(event_id)
        return cls(entity, bitrix_id, kind, json.dumps(body, ensure_ascii=False), external_id, request_id)


@dataclass(frozen=True)
class Receipt:
    """The stored event, and what stood here at that moment. `local_id` is None for an unknown entity."""

    event_id: int
    local_id: int | None
    status: str | None
    bitrix_status: str | None


def receive(connection: Connection, webhooks: Sequence[Webhook]) -> list[Receipt]:
    """Store all of them, or none. The connection is in autocommit: when this returns, they are on disk."""
    rows = STORE.rows(connection, [list(column) for column in zip(*webhooks, strict=True)])
    if not rows:
        raise NoMirroredShop("no shop mirrors the site")
    return [
        Receipt(_first(connection, webhook) if stored is None else stored, *known)
        for webhook, (stored, *known) in zip(webhooks, rows, strict=True)
    ]


def _first(connection: Connection, repeat: Webhook) -> int:
    values = {"entity": repeat.entity, "external_id": repeat.external_id}
    found: int = connection.execute(REPEATED, values).scalar_one()
    return found
