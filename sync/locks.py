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


def entity_locked(
    shop_id: int, kind: str, bitrix_id: InstrumentedAttribute[int | None], row: ColumnElement[bool]
) -> ColumnElement[bool]:
    """The same by our row, as a condition of the query that locks the row; nothing where the site does not know it.

    PostgreSQL evaluates it once, before it looks for the row. The row's lock then gives the row as the last holder
    left it, though the statement began before the wait.
    """
    name = func.concat(f"{kind}:{shop_id}:", bitrix_id)
    lock = func.pg_advisory_xact_lock(func.hashtextextended(name, 0))
    held = select(func.count(lock)).where(row, bitrix_id.is_not(None)).correlate(None)
    return held.scalar_subquery() >= 0


def lock_entities(session: Session, keys: Iterable[Key]) -> None:
    """Wait for each of them, always in the same order: two who want several never wait for one another."""
    names = sorted(f"{kind}:{shop_id}:{bitrix_id}" for shop_id, kind, bitrix_id in keys)
    session.execute(LOCK, {"names": names})
