"""/superadmin/orders: every shop's. A status goes through the one function that changes it."""

from typing import Any

from flask import Response
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models import Order
from web import tenant
from web.api.orders.blueprint import locked, moved, shown
from web.api.superadmin.blueprint import ID, blueprint, shop_of
from web.filters import equal
from web.order_agreement import with_agreement
from web.pagination import newest_ids_first
from web.schemas.listing import list_of
from web.schemas.order import NewStatus, OrderSchema, WholeOrderSchema
from web.schemas.superadmin import PlatformOrderQuery, ReasonedCancel

EQUAL = {
    "shop_id": Order.shop_id,
    "status": Order.status,
    "phone": Order.customer_phone,
    "tracking_id": Order.tracking_id,
}
WHOLE = select(Order).where(Order.deleted_at.is_(None)).options(selectinload(Order.items))


@blueprint.get("/orders")
@blueprint.arguments(PlatformOrderQuery, location="query")
@blueprint.response(200, list_of(OrderSchema))
def list_orders(asked: dict[str, Any]) -> dict[str, Any]:
    """Orders of all shops"""
    with tenant.of_all_shops() as session:
        rows, page = newest_ids_first(session, equal(WHOLE, asked, **EQUAL), Order.id, asked)
        return {"items": with_agreement(session, rows), **page}


@blueprint.get(f"/orders/{ID}")
@blueprint.response(200, WholeOrderSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show_order(id: int) -> Response:
    """One order"""
    with tenant.of_shop(shop_of(Order, id)) as session:
        return shown(session, id)


@blueprint.put(f"/orders/{ID}/status")
@blueprint.arguments(NewStatus)
@blueprint.response(200, WholeOrderSchema)
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def set_order_status(given: dict[str, Any], id: int) -> Response:
    """Move an order along

    409 where an order cannot go that way, 400 names what is short in stock. Cancelling needs a reason in `notes`.
    """
    return _moved(id, given["status"], given["notes"])


@blueprint.put(f"/orders/{ID}/cancel")
@blueprint.arguments(ReasonedCancel)
@blueprint.response(200, WholeOrderSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def cancel_order(given: dict[str, Any], id: int) -> Response:
    """Cancel an order for a reason; its goods are free again"""
    return _moved(id, "cancelled", given["reason"])


def _moved(id: int, new: str, note: str | None) -> Response:
    with tenant.of_shop(shop_of(Order, id)) as session:
        return moved(session, locked(session, id), new, note)
