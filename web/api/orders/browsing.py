"""/orders: look at them."""

from typing import Any

from flask import Response
from sqlalchemy import select

from models import OrderHistory
from web import caller, plain, tenant
from web.api.orders import columns, queries
from web.api.orders.blueprint import ID, blueprint, find, shown
from web.pagination import newest_first
from web.schemas.listing import ListQuery, list_of
from web.schemas.order import HistorySchema, OrderQuery, OrderSchema, WholeOrderSchema

DUMP = plain.dumper(OrderSchema)


@blueprint.get("/")
@blueprint.arguments(OrderQuery, location="query")
@blueprint.response(200, list_of(OrderSchema))
def list_orders(asked: dict[str, Any]) -> Response:
    """Orders of the own shop; a courier sees the own deliveries

    Newest first, or as `sort` says: then by `page` only, and `next` is null.
    """
    with tenant.staff() as session:
        return plain.answer(DUMP, *queries.page_of(session, columns.of_each(), caller.current(), asked))


@blueprint.get(f"/{ID}")
@blueprint.response(200, WholeOrderSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show(order_id: int) -> Response:
    """One order, with its lines, notes and photo"""
    who = caller.current()
    with tenant.staff() as session:
        return shown(session, order_id, courier_id=who.id if who.is_courier else None)


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
