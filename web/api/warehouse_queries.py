"""Which items a list shows, and what of each is promised."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, not_, select
from sqlalchemy.orm import Session

from models import WarehouseItem
from shop import shelf
from web import pictures
from web.errors import existing


def on_the_list(asked: Mapping[str, Any]) -> Select[WarehouseItem]:
    """Items of the session's shop that fit every filter of `asked`; absent filters fit all."""
    query = select(WarehouseItem).where(WarehouseItem.deleted_at.is_(None))
    if words := asked.get("search", "").strip():
        query = query.where(WarehouseItem.name.icontains(words, autoescape=True))
    if "below_minimum" in asked:
        below = WarehouseItem.quantity < WarehouseItem.min_quantity
        query = query.where(below if asked["below_minimum"] else not_(below))
    return query


def find(session: Session, item_id: int, *, also_deleted: bool = False) -> WarehouseItem:
    """Raises Problem 404."""
    item = existing(session.get(WarehouseItem, item_id))
    return existing(item if also_deleted or item.deleted_at is None else None)


def with_stock(session: Session, items: Sequence[WarehouseItem]) -> list[dict[str, Any]]:
    """The items as their schema reads them: with what is promised of each, in one query."""
    promised = shelf.promised(session, [item.id for item in items])
    return [_shown(item, promised.get(item.id, 0)) for item in items]


def _shown(item: WarehouseItem, reserved: int) -> dict[str, Any]:
    return {
        **{column.key: getattr(item, column.key) for column in WarehouseItem.__table__.columns},
        "image": pictures.url(item.image) if item.image else None,
        "reserved": reserved,
        "available": max(item.quantity - reserved, 0),
        "shortage": max(reserved - item.quantity, 0),
        "below_minimum": item.quantity < item.min_quantity,
    }
