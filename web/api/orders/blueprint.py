"""What the routes of orders share: their blueprint, and the orders the caller may see."""

from flask import Response
from sqlalchemy import Select, select
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


def visible(session: Session, order_id: int) -> Select[Order]:
    """An order, if the caller may see it: another shop's is not there."""
    return queries.visible_to(caller.current(), tenant.shop_id(session)).where(Order.id == order_id)


def find(session: Session, order_id: int) -> Order:
    """An order the caller may see. Raises Problem 404."""
    return existing(session.scalar(visible(session, order_id)))


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
    return shown(session, select(Order).where(Order.id == order.id), status)


def shown(session: Session, query: Select[Order], status: int = 200) -> Response:
    """The one order of a query, whole, in one statement. Raises Problem 404."""
    row = tenancy.plain_rows(session, query.with_only_columns(*columns.of_one())).one_or_none()
    return plain.answer_one(DUMP, existing(row), status)
