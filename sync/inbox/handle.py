"""One event against the entity as it is now, and what the entity owes for it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from models import Order, Product, SyncLink
from sync.inbox.claim import Entity
from sync.links import find_links
from sync.orders.events import apply_status_event
from sync.outbox.wish import Wish
from sync.outcome import Debt, Outcome
from sync.products.events import apply_product_event
from sync.rules import Rules

ROWS: dict[str, type[Order] | type[Product]] = {"order": Order, "product": Product}


class Worked:
    """An entity under its lock, with its claimed events: link and row are read once for all of them."""

    def __init__(self, session: Session, rules: Rules, entity: Entity, events: Sequence[Row[Any]]) -> None:
        self.session, self.rules, self.entity, self.events = session, rules, entity, events
        self.debts: set[Debt] = set()
        self.link: SyncLink | None = None
        self.row: Order | Product | None = None
        self.known = False

    @property
    def moves_stock(self) -> bool:
        return isinstance(self.row, Order) and self.row.origin == "shop"

    def owes(self) -> Wish | None:
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
        if not asked:
            return None
        if min(asked) == 0:
            rules.ring("outbox")
        reason = "verify" if self.debts <= {"none", "verify"} else "webhook"
        shop_id, kind, bitrix_id = self.entity.key
        return Wish(shop_id, kind, str(bitrix_id), reason, min(asked), self.events[-1].request_id)


def look_up(session: Session, entities: Sequence[Worked]) -> None:
    """Read the link and the row of each: a statement for the links, and one for each kind of row."""
    links = find_links(session, [worked.entity.key for worked in entities])
    rows: dict[tuple[str, int | None], Order | Product] = {}
    for kind, model in ROWS.items():
        ids = [link.local_id for link in links.values() if link.kind == kind and link.local_id is not None]
        if ids:
            rows |= {(kind, row.id): row for row in session.scalars(_locked(model, ids))}
    for worked in entities:
        worked.link = links.get(worked.entity.key)
        worked.row = rows.get((worked.entity.kind, worked.link.local_id)) if worked.link else None
        worked.known = True


def _locked(model: type[Order] | type[Product], ids: Sequence[int]) -> Select[Any]:
    return select(model).where(model.id.in_(ids)).order_by(model.id).with_for_update(of=model, key_share=True)


def handle(worked: Worked, event: Row[Any]) -> Outcome:
    """Decide one event and apply it to the rows in memory; they are written when the caller's block ends."""
    if not worked.known:
        look_up(worked.session, [worked])
    outcome = _order(worked, event) if worked.entity.kind == "order" else _product(worked, event)
    if outcome.state == "applied" and worked.link is None:
        worked.known = False
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
