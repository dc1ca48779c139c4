"""What the site's handlers say about a change: the bodies of the webhooks."""

import uuid
from datetime import datetime, timedelta, timezone
from typing import Any

from dev.simulator import show_product, variety
from dev.simulator.config import Config
from dev.simulator.rows import Order, Product, Row
from dev.simulator.webhooks import Webhooks

ALMATY = timezone(timedelta(hours=5))


class Events:
    def __init__(self, config: Config, webhooks: Webhooks) -> None:
        self._config = config
        self._webhooks = webhooks

    def status_changed(self, order: Order, by: Any = None, notes: Any = None) -> None:
        body: dict[str, Any] = {"order_id": variety.wire_id(order.id, order.salt), "status": order.status}
        body |= {key: value for key, value in (("changed_by_id", by), ("notes", notes)) if value is not None}
        self._webhooks.fire("order-status-sync", order.id, body | self._newer(order))

    def product_saved(self, product: Product) -> None:
        kind = "product.created" if product.version == 1 else "product.updated"
        self._product(product, kind, show_product.event(product, self._config.site_url))

    def product_deleted(self, product: Product) -> None:
        self._product(product, "product.deleted", {"id": variety.wire_id(product.id, product.salt)})

    def _product(self, product: Product, kind: str, data: dict[str, Any]) -> None:
        body = {"event_type": kind, "product_data": data} | self._newer(product)
        self._webhooks.fire("product-sync", product.id, body)

    def _newer(self, row: Row) -> dict[str, Any]:
        """What a newer handler adds."""
        if not self._config.newer_handler:
            return {}
        changed = datetime.fromtimestamp(row.changed, ALMATY).isoformat()
        return {"event_id": uuid.uuid4().hex, "changed_at": changed, "version": row.version}
