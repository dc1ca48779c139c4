"""Rows of ours that carry the site's id without being linked: they came by another way than the sync's."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Order, Product, SyncLink
from sync.links import make_link, wake_parked

CARRIES = {
    "order": (Order.id, Order.shop_id, Order.bitrix_order_id),
    "product": (Product.id, Product.shop_id, Product.bitrix_id),
}


def adopt(session: Session, shop_id: int, kind: str, bitrix_id: int) -> SyncLink | None:
    """Link the row that carries this id, if there is one; it remembers nothing yet. Under the entity's lock."""
    id, shop, known_as = CARRIES[kind]
    local_id = session.scalar(select(id).where(shop == shop_id, known_as == bitrix_id))
    if local_id is None:
        return None
    wake_parked(session, shop_id, kind, bitrix_id)
    return make_link(session, shop_id, kind, bitrix_id, local_id)
