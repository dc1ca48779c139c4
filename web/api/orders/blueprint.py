"""What the routes of orders share: their blueprint, and the orders the caller may see."""

from flask import Response
from sqlalchemy.orm import Session

from models import Order, tenancy
from sync import edits
from web import caller, plain, tenant
from web.api.orders import columns, queries, rights
from web.errors import existing
from web.parsing import Blueprint
from web.schemas.order import WholeOrderSchema

blueprint = Blueprint("orders", __name__, url_prefix="/api/v1/orders", description="Orders and their history")

DUMP = plain.dumper(WholeOrderSchema)
ID = "<int(max=9007199254740991):order_id>"


def find(session: Session, order_id: int) -> Order:
    """An order the caller may see: another shop's is not there. Raises Problem 404."""
    visible = queries.visible_to(caller.current(), tenant.shop_id(session))
    return existing(session.scalar(visible.where(Order.id == order_id)))


def locked(session: Session, order_id: int) -> Order:
    """An order the caller may see, to be changed. Raises Problem 404."""
    order = edits.lock_order(session, tenant.shop_id(session), order_id)
    return existing(order if order and rights.sees(caller.current(), order) else None)


def moved(session: Session, order: Order, new: str, note: str | None) -> Response:
    """A locked order in its new status, as it is shown."""
    edits.change_order_status(session, order, new, actor=tenant.actor(session), note=note)
    return changed(session, order)


def changed(session: Session, order: Order, status: int = 200) -> Response:
    """The answer to a change: the order as it is now in the database."""
    session.flush()
    return shown(session, order.id, status)


def shown(session: Session, order_id: int, status: int = 200, courier_id: int | None = None) -> Response:
    """An order, whole, in one statement; of a courier's own, where one is given. Raises Problem 404."""
    values = {"order_id": order_id, "courier_id": courier_id}
    row = tenancy.plain_row(session, columns.whole(courier_id is not None), values)
    return plain.answer_one(DUMP, existing(row), status)
