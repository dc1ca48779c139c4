"""One entity, one worker: a 64-bit advisory lock on (shop, kind, Bitrix id), held to the end of the transaction.

The order of locks everywhere: advisory, then the order or product row, then warehouse rows by id.
"""

from sqlalchemy import text
from sqlalchemy.orm import Session

LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")


def lock_entity(session: Session, shop_id: int, kind: str, bitrix_id: int) -> None:
    """Wait for the entity. What is read in the statements after this one is what the last holder committed."""
    session.execute(LOCK, {"name": f"{kind}:{shop_id}:{bitrix_id}"})
