"""Order numbers, per shop and without gaps."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from models import Shop


def take(session: Session, shop_id: int) -> str:
    """The shop's next number, `#00001`. Keeps the shop's row locked until the transaction ends: take it last.

    A sequence would not do: it leaves a gap for every transaction that fails.
    """
    taken = session.scalar(
        update(Shop)
        .where(Shop.id == shop_id)
        .values(last_order_number=Shop.last_order_number + 1, updated_at=Shop.updated_at)
        .returning(Shop.last_order_number)
        .execution_options(synchronize_session=False)
    )
    return f"#{taken:05d}"
