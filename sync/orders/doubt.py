"""Whether an order of ours may be on the site without our knowing its id."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from models import Outbox


def creation_in_doubt(session: Session, shop_id: int) -> bool:
    """Whether an order of this shop was sent there and nobody knows yet what became of it."""
    unresolved = (
        (Outbox.shop_id == shop_id)
        & (Outbox.kind == "new_order")
        & (Outbox.state != "settled")
        & (Outbox.in_doubt | (Outbox.crashes > 0))  # under way, or its worker died over it
    )
    return bool(session.scalar(select(exists().where(unresolved))))
