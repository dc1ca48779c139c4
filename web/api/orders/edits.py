"""/orders: change one that was placed."""

from typing import Any

from flask import Response

from shop.order_changes import change_fields
from shop.order_draft import DraftItem
from sync import order_edits
from web import caller, tenant
from web.api.orders import rights
from web.api.orders.blueprint import ID, blueprint, changed, locked, moved
from web.errors import refuse_older
from web.idempotency import idempotent
from web.schemas.order import NewOrderLine, NewStatus, WholeOrderSchema
from web.schemas.order_edit import OrderEdit, ProblemSchema, ReasonSchema


@blueprint.put(f"/{ID}")
@blueprint.arguments(OrderEdit)
@blueprint.response(200, WholeOrderSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def edit(given: dict[str, Any], order_id: int) -> Response:
    """Change some fields of an order

    What is cut, written or on its way cannot be changed any more (409 names it). The site has no call for it: in a
    mirrored shop the changes stay here and are listed as to be entered there by hand.
    """
    seen = given.pop("version", None)
    with tenant.staff() as session:
        order = locked(session, order_id)
        refuse_older(order, seen)
        order_edits.edit(session, tenant.own_shop(session), order, given, actor=tenant.actor(session))
        return changed(session, order)


@blueprint.post(f"/{ID}/items")
@idempotent
@blueprint.arguments(NewOrderLine)
@blueprint.response(201, WholeOrderSchema)
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def add_item(given: dict[str, Any], order_id: int) -> Response:
    """One more line, at today's price, until the order is assembled

    400 names what is short in stock.
    """
    with tenant.staff() as session:
        order = locked(session, order_id)
        order_edits.add_item(session, order, DraftItem(**given), actor=tenant.actor(session))
        return changed(session, order, 201)


@blueprint.post(f"/{ID}/problem")
@blueprint.arguments(ProblemSchema)
@blueprint.response(200, WholeOrderSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def report_problem(given: dict[str, Any], order_id: int) -> Response:
    """Say what is wrong with an order; null says that nothing is any more"""
    with tenant.staff() as session:
        order = locked(session, order_id)
        change_fields(session, order, {"problem_reason": given["reason"]}, actor=tenant.actor(session))
        return changed(session, order)


@blueprint.post(f"/{ID}/cancel")
@idempotent
@blueprint.arguments(ReasonSchema)
@blueprint.response(200, WholeOrderSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def cancel(given: dict[str, Any], order_id: int) -> Response:
    """Cancel an order for a reason; its goods are free again"""
    with tenant.staff() as session:
        order = locked(session, order_id)
        return moved(session, order, "cancelled", given["reason"])


@blueprint.delete(f"/{ID}")
@blueprint.response(204)
@blueprint.alt_response(404, "NOT_FOUND")
def delete(order_id: int) -> None:
    """Delete an order: nobody sees it any more, its goods are free, and the site does not bring it back"""
    with tenant.staff() as session:
        order_edits.delete(session, locked(session, order_id), actor=tenant.actor(session))


@blueprint.patch(f"/{ID}/status")
@blueprint.arguments(NewStatus)
@blueprint.response(200, WholeOrderSchema)
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def set_status(given: dict[str, Any], order_id: int) -> Response:
    """Move an order along; a courier only hands over what is in delivery

    Cancelling needs a reason in `notes`. The status an order has already changes nothing. 400 names what is short
    in stock.
    """
    with tenant.staff() as session:
        order = locked(session, order_id)
        rights.check(caller.current(), order, given["status"])
        return moved(session, order, given["status"], given["notes"])
