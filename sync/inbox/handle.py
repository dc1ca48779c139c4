"""One event against the entity as it is now, and what the entity owes for it."""

from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from models import Order, Product, SyncLink
from sync.inbox.claim import Entity
from sync.links import find_link
from sync.orders.events import apply_status_event
from sync.outbox.wish import wish
from sync.outcome import Debt, Outcome
from sync.products.events import apply_product_event
from sync.rules import Rules

ROWS: dict[str, type[Order] | type[Product]] = {"order": Order, "product": Product}


class Worked:
    """An entity under its lock: link and row are read once and kept while its events are gone through."""

    def __init__(self, session: Session, rules: Rules, entity: Entity) -> None:
        self.session, self.rules, self.entity = session, rules, entity
        self.debts: set[Debt] = set()
        self.link: SyncLink | None = None
        self.row: Order | Product | None = None
        self._known = False

    def afresh(self) -> "Worked":
        """Forget what was read: a savepoint that was rolled back took it along."""
        self._known = False
        return self

    def look_up(self) -> None:
        if self._known:
            return
        entity, kind = self.entity, ROWS[self.entity.kind]
        self.link = find_link(self.session, entity.shop_id, entity.kind, entity.bitrix_id)
        self.row = None
        if self.link is not None and self.link.local_id is not None:
            statement: Select[Any] = select(kind).where(kind.id == self.link.local_id).with_for_update(of=kind)
            self.row = self.session.scalar(statement)
        self._known = True

    def owe(self, request_id: str | None) -> None:
        """One wish for all the events, due as soon as the most pressing of them asks."""
        rules = self.rules
        after_s: dict[Debt, float] = {
            "now": 0,
            "hint": rules.hint_after_s,
            "verify": rules.verify_after_s,
            "unknown": rules.unknown_order_after_s,
        }
        asked = [after_s[debt] for debt in self.debts if debt != "none"]
        if not rules.verify_after_s:  # verification is off: only what cannot do without a read asks for one
            asked = [after_s[debt] for debt in self.debts - {"none", "verify"}]
        if asked:
            entity = self.entity
            reason = "verify" if self.debts <= {"none", "verify"} else "webhook"
            wish(
                self.session,
                entity.shop_id,
                entity.kind,
                entity.bitrix_id,
                reason,
                after_s=min(asked),
                request_id=request_id,
            )
            if min(asked) == 0:
                rules.ring("outbox")


def handle(worked: Worked, event: Row[Any]) -> Outcome:
    """Decide one event and apply it to the rows in memory; they are written when the caller's block ends."""
    worked.look_up()
    outcome = _order(worked, event) if worked.entity.kind == "order" else _product(worked, event)
    if outcome.state == "applied" and worked.link is None:
        worked.afresh()
    worked.debts.add(outcome.debt)
    return outcome


def _order(worked: Worked, event: Row[Any]) -> Outcome:
    row = worked.row if isinstance(worked.row, Order) else None
    return apply_status_event(worked.session, worked.rules, event.id, event.payload, worked.link, row)


def _product(worked: Worked, event: Row[Any]) -> Outcome:
    row = worked.row if isinstance(worked.row, Product) else None
    return apply_product_event(
        worked.session,
        worked.rules,
        event.id,
        event.kind,
        event.payload,
        worked.entity.shop_id,
        worked.link,
        row,
        replayed=event.replayed,
    )
