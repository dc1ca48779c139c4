"""Order numbers, per shop and without gaps, and what a customer has to follow the order by."""

from sqlalchemy import exists, update
from sqlalchemy.orm import Session

from models import Order, Shop
from shop import tracking


def take(session: Session, shop_id: int) -> tuple[str, str]:
    """The shop's next number, `#00001`, and a tracking id that no order has; one query, as a rule.

    Keeps the shop's row locked until the transaction ends: take it last. A sequence would not do: it leaves a gap
    for every transaction that fails.
    """
    drawn = tracking.guess()
    taken = exists().where(Order.tracking_id == drawn)
    number, is_taken = session.execute(
        update(Shop)
        .where(Shop.id == shop_id)
        .values(last_order_number=Shop.last_order_number + 1, updated_at=Shop.updated_at)
        .returning(Shop.last_order_number, taken)
        .execution_options(synchronize_session=False)
    ).one()
    return f"#{number:05d}", tracking.draw(session)[0] if is_taken else drawn
