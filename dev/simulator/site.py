"""The site itself: its rows and everything that can be done to them, with the events each deed fires."""

import time
from functools import partial
from typing import Any

from dev.simulator import edits, seeding, show_order
from dev.simulator.config import Config
from dev.simulator.diary import Diary
from dev.simulator.events import Events
from dev.simulator.faults import Faults
from dev.simulator.journal import Journal
from dev.simulator.rows import Order, Product, is_active, order_keys, product_keys
from dev.simulator.shelf import Shelf
from dev.simulator.statuses import russian
from dev.simulator.variety import zulu
from dev.simulator.webhooks import Webhooks

FIRST_ORDER, FIRST_PRODUCT = 100_001, 600_001
CREATED_BY = "railwayOrderId"  # among an order's fields: the key under which it was made, which no read shows


class Taken(ValueError):
    """A new row with the id of one that is there."""


class Site:
    def __init__(self, config: Config) -> None:
        self.config = config
        self._behaviour = config.behaviour()
        self.orders: Shelf[Order] = Shelf(order_keys, FIRST_ORDER)
        self.products: Shelf[Product] = Shelf(product_keys, FIRST_PRODUCT)
        self.created_by_key: dict[str, int] = {}  # railway_order_id: order id
        self.faults = Faults()
        self.journal = Journal()
        self.webhooks = Webhooks(config, self.faults)
        self._events = Events(config, self.webhooks)
        self.puts = 0
        self._diary: Diary | None = None

    def seed(self, orders: int, products: int, seed: int, now: float | None = None) -> None:
        """Replace all rows by made-up ones; the same numbers give the same rows."""
        self._clear_rows()
        seeding.fill(self.orders, self.products, orders, products, seed, now)

    def recall(self, diary: Diary) -> None:
        """Go on where the diary ends, and write it from now on."""
        shelves: dict[str, Shelf[Any]] = {"order": self.orders, "product": self.products}
        for (kind, row_id), row in diary.read().items():
            if row:
                shelves[kind].put(row)
            elif row_id in shelves[kind].rows:
                shelves[kind].remove(row_id)
        for order in self.orders.rows.values():
            if key := (order.fields or {}).get(CREATED_BY):
                self.created_by_key[key] = order.id
        self._diary = diary
        for kind, shelf in shelves.items():
            shelf.note = partial(diary.note, kind)

    def reset(self) -> None:
        """An empty site that behaves as at its start; addresses and secrets stay."""
        self._clear_rows()
        self.webhooks.clear()  # first: a fault that is cleared lets go what it holds
        self.faults.clear()
        self.journal.clear()
        self.config.update(self._behaviour)
        self.puts = 0

    def create_order(self, body: dict[str, Any], silent: bool = False) -> Order:
        now = time.time()
        order_id = self._new_id(self.orders, body)
        fields = {"madeAt": now} | edits.order_fields(body)
        order = Order(order_id, changed=now, fields=fields, status=body.get("status", "N"))
        self.orders.put(order)
        if not silent:
            self._events.status_changed(order, body.get("changed_by_id"), body.get("notes"))
        return order

    def change_order(self, order_id: int, body: dict[str, Any], silent: bool = False) -> Order:
        """Save an order; only a change of its status is an event. Raises KeyError."""
        old, now = self.orders.rows[order_id], time.time()
        fields = edits.order_fields(body)
        status = body.get("status", old.status)
        if status != old.status:
            user = str(body.get("changed_by_id", "site"))
            entry = {"status": russian(status), "timestamp": zulu(now), "user": user}
            fields.setdefault("history", [*show_order.history(old), entry])
        order = old.next(now, fields, status=status)
        self.orders.put(order)
        if status != old.status and not silent:
            self._events.status_changed(order, body.get("changed_by_id"), body.get("notes"))
        return order

    def delete_order(self, order_id: int) -> None:
        """The site has no event for it. Raises KeyError."""
        self.orders.remove(order_id)

    def create_product(self, body: dict[str, Any], silent: bool = False) -> Product:
        now = time.time()
        product_id = self._new_id(self.products, body)
        fields = {"madeAt": now} | edits.product_fields(body)
        active = is_active(body.get("isAvailable", True))
        kind = body.get("type", "catalog")
        product = Product(product_id, changed=now, fields=fields, type=kind, active=active)
        self._save_product(product, silent)
        return product

    def change_product(self, product_id: int, body: dict[str, Any], silent: bool = False) -> Product:
        """Save a product, which is an event whether or not anything differs. Raises KeyError."""
        old = self.products.rows[product_id]
        fields = edits.product_fields(body)
        if "image" in fields and "images" not in fields:
            fields["images"] = edits.with_main_image(old, fields["image"], self.config.site_url)
        active = is_active(body["isAvailable"]) if "isAvailable" in body else old.active
        product = old.next(time.time(), fields, type=body.get("type", old.type), active=active)
        self._save_product(product, silent)
        return product

    def delete_product(self, product_id: int, silent: bool = False) -> None:
        """Raises KeyError."""
        product = self.products.remove(product_id)
        if not silent:
            self._events.product_deleted(product)

    def _save_product(self, product: Product, silent: bool) -> None:
        self.products.put(product)
        if not silent:
            self._events.product_saved(product)

    def _clear_rows(self) -> None:
        self.orders.clear()
        self.products.clear()
        self.created_by_key.clear()
        if self._diary:
            self._diary.clear()

    def _new_id(self, shelf: Shelf[Any], body: dict[str, Any]) -> int:
        wanted = body.get("id")
        if wanted is None:
            return max(shelf.next_id(), int(time.time()) if self.config.ids_by_clock else 0)
        if int(wanted) in shelf.rows:
            raise Taken(f"{wanted} is taken")
        return int(wanted)
