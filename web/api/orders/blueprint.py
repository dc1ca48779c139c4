"""What the routes of orders share: their blueprint, and the orders the caller may see."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import Order
from sync import edits
from web import caller, tenant
from web.api.orders import queries, rights
from web.errors import existing
from web.order_agreement import with_agreement
from web.parsing import Blueprint

blueprint = Blueprint("orders", __name__, url_prefix="/api/v1/orders", description="Orders and their history")

ID = "<int(max=9007199254740991):order_id>"
WHOLE = (selectinload(Order.items), selectinload(Order.notes), joinedload(Order.photo))


def find(session: Session, order_id: int) -> Order:
    """An order the caller may see, whole. Raises Problem 404: another shop's is not there."""
    query = queries.visible_to(caller.current(), tenant.shop_id(session)).where(Order.id == order_id)
    return existing(session.scalar(query.options(*WHOLE)))


def locked(session: Session, order_id: int) -> Order:
    """An order the caller may see, to be changed. Raises Problem 404."""
    order = edits.lock_order(session, tenant.shop_id(session), order_id)
    return existing(order if order and rights.sees(caller.current(), order) else None)


def moved(session: Session, order: Order, new: str, note: str | None) -> Order:
    """A locked order in its new status, as it is shown."""
    edits.change_order_status(session, order, new, actor=tenant.actor(session), note=note)
    return shown(session, order)


def shown(session: Session, order: Order) -> Order:
    """The order as it is now in the database, whole, for when the session is over."""
    query = select(Order).where(Order.id == order.id).options(*WHOLE)
    (order,) = with_agreement(session, session.scalars(query.execution_options(populate_existing=True)).all())
    return order
