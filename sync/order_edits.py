"""Changes of orders made on our side. The site has no call for any of them: they stand here, a read that is under
way is not applied over them, and reconciliation lists what is to be entered there by hand.

Every order here is locked by `sync.edits.lock_order`.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from models import Order, Shop, SyncLink
from shop import order_edit, order_items, order_photos, order_removal
from shop.actor import Actor
from shop.order_draft import DraftItem
from sync.edits import change_order_status
from sync.links import touch


def edit(session: Session, shop: Shop, order: Order, changes: Mapping[str, Any], *, actor: Actor) -> bool:
    changed = order_edit.edit(session, shop, order, changes, actor=actor)
    if changed:
        _touch(session, order)
    return changed


def add_item(session: Session, order: Order, item: DraftItem, *, actor: Actor) -> None:
    order_items.add(session, order, item, actor=actor)
    _touch(session, order)


def add_photo(session: Session, order: Order, key: str, *, actor: Actor) -> None:
    def move(status: str) -> bool:
        return change_order_status(session, order, status, actor=actor, note="photo added")

    order_photos.add(session, order, key, actor=actor, move=move)


def remove_photo(session: Session, order: Order, *, actor: Actor) -> str:
    def move(status: str) -> bool:
        return change_order_status(session, order, status, actor=actor, note="photo removed")

    return order_photos.remove(session, order, actor=actor, move=move)


def delete(session: Session, order: Order, *, actor: Actor) -> None:
    """The link stays as a tombstone: what the site still says of the order is not imported again."""
    order_removal.remove(session, order, actor=actor)
    if order.bitrix_order_id is not None:
        session.execute(
            update(SyncLink)
            .where(SyncLink.kind == "order", SyncLink.local_id == order.id)
            .values(local_id=None, state="gone_here", seq=SyncLink.seq + 1)
        )


def _touch(session: Session, order: Order) -> None:
    if order.bitrix_order_id is not None:
        touch(session, "order", order.id)
