"""How orders stand with the site, for a page of them in one query."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Text, and_, case, cast, select
from sqlalchemy.orm import Session

from bitrix.wire.status import StatusTable
from models import Order, Outbox, SyncLink
from sync.orders.values import ours
from sync.plan import Memory
from web.agreement import OPEN_CONFLICTS, state_of
from web.configuration import statuses

# What is owed for an order the site does not know yet is its creation.
UNKNOWN_THERE = Order.bitrix_order_id.is_(None)
STANDINGS = (
    select(
        Order.id,
        Order.bitrix_order_id.label("bitrix_id"),
        SyncLink.state.label("link"),
        SyncLink.agreed_at,
        SyncLink.rejected,
        SyncLink.base,
        Outbox.state.label("debt"),
        OPEN_CONFLICTS.label("conflicts"),
    )
    .outerjoin(SyncLink, and_(SyncLink.kind == "order", SyncLink.local_id == Order.id))
    .outerjoin(
        Outbox,
        and_(
            Outbox.shop_id == Order.shop_id,
            Outbox.kind == case((UNKNOWN_THERE, "new_order"), else_="order"),
            Outbox.key == case((UNKNOWN_THERE, cast(Order.uuid, Text)), else_=cast(Order.bitrix_order_id, Text)),
        ),
    )
)


def with_agreement(session: Session, orders: Sequence[Order]) -> Sequence[Order]:
    """The same orders, each with its standing as `sync`, where the schemas read it."""
    rows = session.execute(STANDINGS.where(Order.id.in_([order.id for order in orders])))
    standings = {row.id: row for row in rows}
    for order in orders:
        order.sync = _standing(order, standings[order.id], statuses())  # type: ignore[attr-defined]
    return orders


def _standing(order: Order, row: Any, table: StatusTable) -> dict[str, Any]:
    return {
        "state": state_of(row),
        "agreed_at": row.agreed_at,
        "conflicts": row.conflicts,
        "rejected": row.rejected or {},
        "by_hand": moved_here(order, row.base, table) if row.link == "linked" else [],
        "status_there": table.from_bitrix(order.bitrix_status) if order.bitrix_status else None,
    }


def moved_here(order: Order, base: dict[str, Any], table: StatusTable) -> list[str]:
    """The shared fields that are not what both sides last agreed on; the site takes no edit of an order."""
    theirs = {name: remembered.get("theirs") for name, remembered in base.items()}
    memories = {name: Memory.load(remembered) for name, remembered in base.items()}
    return [
        name
        for name, now in ours(order, theirs, table).items()
        if (memory := memories.get(name)) and memory.agreed and memory.ours != now
    ]
