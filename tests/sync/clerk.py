"""Our side of the counter: works debts one at a time, and hands over the webhooks that a test wants heard."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from bitrix.client import Bitrix
from dev.simulator.control import Florist
from dev.simulator.show_product import WEBHOOK_KEYS
from models import Order, Outbox, Shop, begin, engine
from models.base import autocommit
from shop.actor import Actor
from sync.edits import change_order_status, edit_product, lock_order, lock_product, place_order
from sync.inbox.drain import drain
from sync.outbox.lease import Lease, claim
from sync.outbox.settle import work
from sync.outbox.wish import wish
from sync.rules import Rules
from tests.drafts import draft
from tests.received import receive_order_status, receive_product
from tests.sync import rows

LONG_AGO = text("UPDATE webhook_event SET received_at = received_at - interval '1 minute'")
# Before everything else that is due, so that it is this row which is claimed.
MAKE_DUE = text("UPDATE outbox SET due_at = now() - interval '1 hour' WHERE kind = :kind AND key = :key")


@dataclass(frozen=True)
class Clerk:
    """`kind` and `key` as in models.outbox. Nothing waits: a debt is worked now, whenever it would be due."""

    shop: Shop
    site: Bitrix
    rules: Rules

    def wish(self, kind: str, key: object, after_s: float = 0) -> Outbox:
        with begin() as session:
            wish(session, self.shop.id, kind, key, "edit", after_s=after_s)
        return rows.debt(kind, key)

    def claim(self, kind: str, key: object) -> Lease:
        with begin() as session:
            session.execute(MAKE_DUE, {"kind": kind, "key": str(key)})
        lease = claim(engine(), self.rules.lease_s)
        assert lease is not None
        assert (lease.kind, lease.key) == (kind, str(key))
        return lease

    def expire_leases(self) -> None:
        """Whoever works on something now has taken too long."""
        with begin() as session:
            session.execute(text("UPDATE outbox SET lease_until = now() - interval '1 second'"))

    def work(self, kind: str, key: object) -> Outbox:
        """Work a debt that is there; the row as it stands afterwards."""
        work(engine(), self.site, self.rules, self.claim(kind, key))
        return rows.debt(kind, key)

    def agree(self, kind: str, key: object) -> Outbox:
        """Wish for an entity and work the debt once."""
        self.wish(kind, key)
        return self.work(kind, key)

    def mirror_order(self, florist: Florist, **fields: Any) -> int:
        """An order made on the site and imported; `fields` as the site has them. Its Bitrix id."""
        given = {
            "status": "N",
            "sender": {"name": "Алия", "phone": "+77000009001"},
            "recipient": {"name": "Сауле", "phone": "+77000009002"},
            "deliveryAddress": "Абая 1",
            "deliveryDate": "2026-11-30",
            "deliveryTime": "14:00-16:00",
            "updatedAt": "2026-11-22T10:00:00Z",
            "items": [{"id": 1, "productName": "Розы", "amount": 1, "price": "4000", "currency": "KZT"}],
            **fields,
        }
        bitrix_id = int(florist.create_order(**given)["id"])
        assert self.agree("order", bitrix_id).state == "settled"
        return bitrix_id

    def place(self, *bitrix_ids: int, **fields: Any) -> Order:
        """Order one piece of each of these products here, as a customer does."""
        with begin() as session:
            lines = [(rows.product(bitrix_id), 1) for bitrix_id in bitrix_ids]
            return place_order(session, self.shop, draft(*lines, **fields), actor=Actor.customer())

    def change_status(self, order: Order, new: str, note: str | None = None) -> None:
        """As the system does it here, whatever the site says."""
        with begin() as session:
            locked = lock_order(session, self.shop.id, order.id)
            assert locked is not None
            change_order_status(session, locked, new, actor=Actor.system(), note=note)

    def agree_around(self, florist: Florist, kind: str, key: object, deed: Callable[[], object]) -> Outbox:
        """The same, where the site reads its row before `deed` is done and answers after it."""
        late = florist.fault("late", "GET *detail*", delay_ms=60_000, count=1)
        with ThreadPoolExecutor(1) as pool:
            working = pool.submit(self.agree, kind, key)
            try:
                florist.wait_for_calls(1)
                deed()
            finally:
                florist.clear_faults(late)
            return working.result()

    def edit_product(self, bitrix_id: int, *, request_id: str | None = None, **changes: Any) -> bool:
        """As the admin API does it; True if the site is owed something."""
        with begin() as session:
            product = lock_product(session, self.shop.id, rows.product(bitrix_id).id)
            assert product is not None
            return edit_product(session, self.shop, product, changes, request_id=request_id)

    def hear_status(self, bitrix_id: int, code: str, **more: Any) -> None:
        """An order's webhook arrives; it is only stored."""
        with autocommit().connect() as connection:
            receive_order_status(connection, bitrix_id, {"order_id": bitrix_id, "status": code, **more})

    def hear_product(self, florist: Florist, bitrix_id: int) -> None:
        """The webhook of a product as it stands on the site; it is only stored."""
        shown = florist.product(bitrix_id)["data"]
        data = {key: shown[key] for key in WEBHOOK_KEYS if key in shown}
        kind = "product.updated"
        with autocommit().connect() as connection:
            receive_product(connection, bitrix_id, kind, {"event_type": kind, "product_data": data})

    def mirror(self, florist: Florist, **fields: Any) -> int:
        """A product both sides know and agree on; `fields` as the site has them. Its Bitrix id."""
        given = {"title": "Розы", "price": "4 000 ₸", "image": "/upload/roses.jpg", **fields}
        bitrix_id = int(florist.create_product(**given)["id"])
        assert self.agree("product", bitrix_id).state == "settled"
        return bitrix_id

    def let_the_save_end(self) -> None:
        """The webhooks heard so far came long ago: every read shows what they tell of."""
        with begin() as session:
            session.execute(LONG_AGO)

    def drain(self) -> int:
        return drain(engine(), self.rules, budget_s=10)
