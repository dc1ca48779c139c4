"""Settle a conflict by a person's word: the value they choose is an edit like any other, and owed to the site."""

from collections.abc import Mapping
from typing import Any, Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from bitrix.wire.status import StatusTable
from models import Order, Product, Shop, SyncConflict, SyncLink
from shop.actor import Actor
from shop.errors import Conflict
from sync import edits
from sync.agreement import Verdict
from sync.links import touch
from sync.locks import lock_entity
from sync.orders.apply import apply
from sync.orders.values import ours as ours_of_order
from sync.outbox.wish import wish
from sync.products.values import ours as ours_of_product

Winner = Literal["site", "us"]


def resolve(
    session: Session,
    shop: Shop,
    conflict_id: int,
    winner: Winner | None,
    *,
    actor: Actor,
    statuses: StatusTable,
    request_id: str | None = None,
) -> SyncConflict | None:
    """Let `winner`'s value stand on both sides; without one the conflict is only marked as seen.

    None where the shop has no such conflict. Raises shop.errors.Conflict where it is resolved already, where the
    field has moved on since, or where our side may not change it.
    """
    link = session.scalar(
        select(SyncLink)
        .join(SyncConflict, SyncConflict.link_id == SyncLink.id)
        .where(SyncConflict.id == conflict_id, SyncConflict.shop_id == shop.id)
    )
    if link is None:
        return None
    lock_entity(session, shop.id, link.kind, link.bitrix_id)
    conflict = session.get_one(
        SyncConflict,
        conflict_id,
        options=[joinedload(SyncConflict.link, innerjoin=True)],
        with_for_update={"of": SyncConflict},
        populate_existing=True,
    )
    if conflict.state == "resolved":
        raise Conflict("The conflict is resolved already")
    if winner is not None and winner != conflict.winner:
        _overrule(session, shop, link, conflict, actor, statuses)
        conflict.winner = winner
    conflict.state, conflict.resolved_at = "resolved", func.clock_timestamp()
    if winner is not None:
        wish(session, shop.id, link.kind, link.bitrix_id, "conflict resolved", request_id=request_id)
    return conflict


def _overrule(
    session: Session, shop: Shop, link: SyncLink, conflict: SyncConflict, actor: Actor, statuses: StatusTable
) -> None:
    """Put the value that lost in place of the one that won, on our side."""
    stands, lost = conflict.theirs, conflict.ours
    if conflict.winner == "us":
        stands, lost = lost, stands
    row = _row(session, shop, link)
    if _present(row, link, statuses)[conflict.field] != stands:
        raise Conflict("The field has changed since", {"winner": ["edit the field, and mark the conflict as seen"]})
    if isinstance(row, Product):
        edits.edit_product(session, shop, row, {conflict.field: lost})
    elif conflict.field == "status" and conflict.winner == "site":
        edits.change_order_status(session, row, statuses.from_bitrix(lost) or lost, actor=actor)
    else:
        apply(session, row, Verdict(takes={conflict.field: lost}), {conflict.field: lost}, statuses, actor)
        touch(session, "order", row.id)


def _row(session: Session, shop: Shop, link: SyncLink) -> Order | Product:
    row: Order | Product | None = None
    if link.local_id is not None:
        lock = edits.lock_product if link.kind == "product" else edits.lock_order
        row = lock(session, shop.id, link.local_id)
    if row is None:
        raise Conflict("It was deleted here", {"winner": ["mark the conflict as seen"]})
    return row


def _present(row: Order | Product, link: SyncLink, statuses: StatusTable) -> Mapping[str, Any]:
    if isinstance(row, Product):
        return ours_of_product(row)
    remembered = {"status": link.base.get("status", {}).get("theirs")}
    return ours_of_order(row, remembered, statuses)
