"""What only our database can tell: read, never written."""

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import create_engine, text

from settings import database_url

QUIET = """
SELECT p.id, p.bitrix_id, p.name, p.price
FROM product p JOIN sync_link l ON l.kind = 'product' AND l.local_id = p.id
WHERE p.shop_id = :shop_id AND p.enabled AND l.state = 'linked' AND l.rejected = '{}'
  AND NOT EXISTS (SELECT 1 FROM product_recipe r WHERE r.product_id = p.id)
  AND NOT EXISTS (
    SELECT 1 FROM outbox o WHERE o.shop_id = p.shop_id AND o.kind = 'product' AND o.key = p.bitrix_id::text
      AND (o.state <> 'settled' OR o.finished_at > now() - interval '5 minutes'))
ORDER BY (SELECT count(*) FROM sync_conflict c WHERE c.link_id = l.id AND c.state = 'open'), random()
"""
CONFLICT = """
SELECT c.ours, c.theirs, c.winner FROM sync_conflict c JOIN sync_link l ON l.id = c.link_id
WHERE l.kind = 'product' AND l.local_id = :product_id AND c.field = :field AND c.state = 'open'
"""
EVENT = "SELECT state, reason FROM webhook_event WHERE id = :id"
EVENTS = """
SELECT state, count(*) FROM webhook_event WHERE entity = 'order' AND bitrix_id = ANY(:bitrix_ids) GROUP BY state
"""
CODES = 'SELECT bitrix_order_id, bitrix_status FROM "order" WHERE bitrix_order_id = ANY(:bitrix_ids)'


class Product(NamedTuple):
    """`price` in minor units."""

    id: int
    bitrix_id: int
    name: str
    price: int


class Conflict(NamedTuple):
    ours: Any
    theirs: Any
    winner: str


class Records:
    def __init__(self, url: str, shop_id: int) -> None:
        self._engine = create_engine(database_url(url), isolation_level="AUTOCOMMIT")
        self._shop_id = shop_id

    def quiet_products(self) -> list[Product]:
        """On sale and linked, owing nothing and not lately, best those without a conflict; in no other order.

        None has a recipe: orders of it need no stock.
        """
        return [Product(*row) for row in self._rows(QUIET, shop_id=self._shop_id)]

    def conflict(self, product_id: int, field: str) -> Conflict | None:
        """The open one of this field."""
        rows = self._rows(CONFLICT, product_id=product_id, field=field)
        return Conflict(*rows[0]) if rows else None

    def event(self, event_id: int) -> tuple[str, str]:
        """State of a webhook's event in the inbox, and why."""
        state, reason = self._rows(EVENT, id=event_id)[0]
        return state, reason or ""

    def events(self, bitrix_ids: Collection[int]) -> dict[str, int]:
        """How many events of these orders stand in each state."""
        return {row[0]: row[1] for row in self._rows(EVENTS, bitrix_ids=list(bitrix_ids))}

    def codes(self, bitrix_ids: Collection[int]) -> dict[int, str]:
        """The site's status code that each of these orders has here."""
        return {row[0]: row[1] for row in self._rows(CODES, bitrix_ids=list(bitrix_ids))}

    def _rows(self, statement: str, **values: Any) -> list[Any]:
        with self._engine.connect() as connection:
            return list(connection.execute(text(statement), values))
