"""What a row of the console is about: the order or product that we have, so that the panel can lead there."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import instance_state

from models import Order, Outbox, SyncLink, WebhookEvent

Row = WebhookEvent | Outbox
Entity = tuple[str, str]


def about(session: Session, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """These rows of one shop as they are loaded, each with the `local_id` of its entity."""
    entities = [_entity(row) for row in rows]
    shop_id = rows[0].shop_id if rows else 0
    ids = _linked(session, shop_id, entities) | _placed(session, shop_id, entities)
    return [_loaded(row) | {"local_id": ids.get(entity)} for row, entity in zip(rows, entities, strict=True)]


def _entity(row: Row) -> Entity:
    return (row.kind, row.key) if isinstance(row, Outbox) else (row.entity, str(row.bitrix_id))


def _linked(session: Session, shop_id: int, entities: Sequence[Entity]) -> dict[Entity, int | None]:
    keys = {(kind, int(key)) for kind, key in entities if kind != "new_order"}
    query = select(SyncLink.kind, SyncLink.bitrix_id, SyncLink.local_id).where(
        SyncLink.shop_id == shop_id, tuple_(SyncLink.kind, SyncLink.bitrix_id).in_(keys)
    )
    return {(kind, str(bitrix_id)): local_id for kind, bitrix_id, local_id in session.execute(query)}


def _placed(session: Session, shop_id: int, entities: Sequence[Entity]) -> dict[Entity, int | None]:
    uuids = {key for kind, key in entities if kind == "new_order"}
    query = select(Order.uuid, Order.id).where(Order.shop_id == shop_id, Order.uuid.in_(uuids))
    return {("new_order", str(uuid)): id for uuid, id in session.execute(query)}


def _loaded(row: Row) -> dict[str, Any]:
    unloaded = instance_state(row).unloaded
    return {column.key: getattr(row, column.key) for column in row.__table__.columns if column.key not in unloaded}
