"""Status events of orders we do not know (yet)."""

from sqlalchemy import text
from sqlalchemy.orm import Session

GIVE_UP = text(
    """
UPDATE webhook_event SET state = 'dead', reason = 'The site does not know this order', finished_at = now()
WHERE shop_id = :shop_id AND entity = 'order' AND bitrix_id = :bitrix_id AND state = 'parked'
"""
)
WAKE_LINKED = text(
    """
UPDATE webhook_event e SET state = 'pending', attempts = 0, reason = NULL, due_at = clock_timestamp()
FROM sync_link l
WHERE e.state = 'parked' AND l.shop_id = e.shop_id AND l.kind = e.entity AND l.bitrix_id = e.bitrix_id
"""
)


def give_up_parked(session: Session, shop_id: int, bitrix_id: int) -> None:
    """Dead letters now: an operator may replay them when the site knows the order."""
    session.execute(GIVE_UP, {"shop_id": shop_id, "bitrix_id": bitrix_id})


def wake_linked(session: Session) -> int:
    """The sweep's second look: parked events whose link exists by now. Returns how many woke."""
    return session.execute(WAKE_LINKED).rowcount  # type: ignore[attr-defined]
