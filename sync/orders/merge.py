"""An order of ours whose creation was in doubt turns out to be one that was imported meanwhile."""

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.orm import Session

from models import Order, OrderHistory, SyncLink
from shop.actor import Actor
from sync.orders.apply import apply_status
from sync.orders.values import ours
from sync.plan import Memory
from sync.rules import Rules

RESOLVE = text(
    "UPDATE sync_conflict SET state = 'resolved', resolved_at = now() WHERE link_id = :id AND state = 'open'"
)


def is_mere_import(session: Session, link: SyncLink) -> bool:
    """Whether the linked row came from the site and nobody worked on it here."""
    if link.local_id is None:
        return False
    row = session.get_one(Order, link.local_id)
    worked = session.scalar(
        select(func.count())
        .select_from(OrderHistory)
        .where(OrderHistory.order_id == row.id, OrderHistory.actor_kind != Actor.bitrix().kind)
    )
    return row.origin == "site" and not worked and row.responsible_id is None and row.courier_id is None


def merge_into(session: Session, rules: Rules, link: SyncLink, order: Order) -> None:
    """Give the import's history, status and link to `order`, and delete the import."""
    imported = session.get_one(Order, link.local_id)
    code = imported.bitrix_status
    session.execute(update(OrderHistory).where(OrderHistory.order_id == imported.id).values(order_id=order.id))
    link.local_id = order.id
    session.flush()
    session.execute(delete(Order).where(Order.id == imported.id))
    session.expunge(imported)
    order.bitrix_order_id = link.bitrix_id
    if code is not None:
        apply_status(session, order, code, rules.statuses, Actor.bitrix(), note="merged with its import")
    values = ours(order, {}, rules.statuses)
    link.base = {
        name: Memory(values[name], data["theirs"]).dump() if "theirs" in data else data
        for name, data in link.base.items()
    }
    link.seq += 1
    session.execute(RESOLVE, {"id": link.id})
