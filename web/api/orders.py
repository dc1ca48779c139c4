"""/orders: what was sold, where it stands, and who changed what."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Order, OrderHistory
from shop.actor import Actor
from shop.order_draft import Draft, DraftItem
from sync import edits
from tasks.logs import request_id
from web import caller, filters, tenant
from web.api import order_queries, order_rights
from web.errors import Problem
from web.pagination import newest_first
from web.parsing import Blueprint
from web.schemas.listing import ListQuery, list_of
from web.schemas.order import HistorySchema, NewOrder, NewStatus, OrderQuery, OrderSchema

blueprint = Blueprint("orders", __name__, url_prefix="/api/v1/orders", description="Orders and their history")

ID = "<int(max=9007199254740991):order_id>"


@blueprint.get("/")
@blueprint.arguments(OrderQuery, location="query")
@blueprint.response(200, list_of(OrderSchema))
def list_orders(asked: dict[str, Any]) -> dict[str, Any]:
    """Orders of the own shop, newest first; a courier sees the own deliveries"""
    who = caller.current()
    with tenant.staff() as session:
        shop_id = tenant.shop_id(session)
        query = order_queries.visible_to(who, shop_id)
        query = order_queries.filtered(query, who, asked)
        total = None if who.is_courier else filters.total(session, shop_id, asked, "orders")
        orders, page = newest_first(session, query, Order.created_at, Order.id, asked, total=total)
        return {"items": orders, **page}


@blueprint.get(f"/{ID}")
@blueprint.response(200, OrderSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show(order_id: int) -> Order:
    """One order"""
    with tenant.staff() as session:
        return find(session, order_id)


@blueprint.get(f"/{ID}/history")
@blueprint.arguments(ListQuery, location="query")
@blueprint.response(200, list_of(HistorySchema))
@blueprint.alt_response(404, "NOT_FOUND")
def history(asked: dict[str, Any], order_id: int) -> dict[str, Any]:
    """Every change of an order, newest first, whatever path made it"""
    with tenant.staff() as session:
        find(session, order_id)
        query = select(OrderHistory).where(OrderHistory.order_id == order_id)
        rows, page = newest_first(session, query, OrderHistory.at, OrderHistory.id, asked)
        return {"items": rows, **page}


@blueprint.post("/with-items")
@blueprint.arguments(NewOrder)
@blueprint.response(201, OrderSchema)
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(409, "CONFLICT")
def create_with_items(given: dict[str, Any]) -> Order:
    """A new order; in a mirrored shop it is created on the site too

    400 names what is short in stock, 409 the products that the site does not know.
    """
    return _place(given)


@blueprint.post("/")
@blueprint.arguments(NewOrder)
@blueprint.response(201, OrderSchema)
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(409, "CONFLICT")
def create(given: dict[str, Any]) -> Order:
    """The same as /orders/with-items"""
    return _place(given)


@blueprint.patch(f"/{ID}/status")
@blueprint.arguments(NewStatus)
@blueprint.response(200, OrderSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def set_status(given: dict[str, Any], order_id: int) -> Order:
    """Move an order along; a courier only hands over what is in delivery

    Cancelling needs a reason in `notes`. The status an order has already changes nothing.
    """
    who = caller.current()
    with tenant.staff() as session:
        find(session, order_id)
        order = edits.lock_order(session, tenant.shop_id(session), order_id)
        if order is None or not order_rights.sees(who, order):
            raise Problem(404, "Not found")
        order_rights.check(who, order, given["status"])
        edits.change_order_status(session, order, given["status"], actor=Actor.user(who.id), note=given["notes"])
        return _shown(session, order)


def _place(given: dict[str, Any]) -> Order:
    items = [DraftItem(**line) for line in given.pop("items")]
    with tenant.staff() as session:
        shop = tenant.own_shop(session)
        actor = Actor.user(caller.current().id)
        order = edits.place_order(session, shop, Draft(items=items, **given), actor=actor, request_id=request_id())
        if shop.mirrors_bitrix:
            tenant.ring(session, "outbox")
        return _shown(session, order)


def _shown(session: Session, order: Order) -> Order:
    """The order as it is now in the database, complete, for when the session is over."""
    session.flush()
    session.refresh(order)
    session.refresh(order, ["items"])
    return order


def find(session: Session, order_id: int) -> Order:
    """An order the caller may see. Raises Problem 404: another shop's is not there."""
    who = caller.current()
    query = order_queries.visible_to(who, tenant.shop_id(session))
    order = session.scalar(query.where(Order.id == order_id))
    if order is None:
        raise Problem(404, "Not found")
    return order
