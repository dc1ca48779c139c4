"""One entity, one worker: a 64-bit advisory lock on (shop, kind, Bitrix id), held to the end of the transaction.

The order of locks everywhere: advisory, then the order or product row, then warehouse rows by id.
"""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, func, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session

LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(CAST(:names AS text[])) AS name")

Key = tuple[int, str, int]  # shop, kind, Bitrix id


def lock_entity(session: Session, shop_id: int, kind: str, bitrix_id: int) -> None:
    """Wait for the entity. What is read in the statements after this one is what the last holder committed."""
    lock_entities(session, [(shop_id, kind, bitrix_id)])


def lock_entity_of(
    session: Session,
    shop_id: int,
    kind: str,
    bitrix_id: InstrumentedAttribute[int | None],
    row: ColumnElement[bool],
) -> None:
    """The same by our row, in one statement; nothing where the site does not know it."""
    name = func.concat(f"{kind}:{shop_id}:", bitrix_id)
    lock = func.pg_advisory_xact_lock(func.hashtextextended(name, 0))
    session.execute(select(lock).where(row, bitrix_id.is_not(None)))


def lock_entities(session: Session, keys: Iterable[Key]) -> None:
    """Wait for each of them, always in the same order: two who want several never wait for one another."""
    names = sorted(f"{kind}:{shop_id}:{bitrix_id}" for shop_id, kind, bitrix_id in keys)
    session.execute(LOCK, {"names": names})
