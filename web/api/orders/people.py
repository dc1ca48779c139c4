"""/orders: who works on one."""

from typing import Any

from flask import Response

from shop import order_people
from web import tenant
from web.api.orders.blueprint import ID, blueprint, changed, locked
from web.schemas.order import WholeOrderSchema
from web.schemas.order_edit import NewCourier, NewResponsible


@blueprint.post(f"/{ID}/take")
@blueprint.response(200, WholeOrderSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def take(order_id: int) -> Response:
    """Take an order nobody is responsible for; of two at once one gets it, the other 409"""
    with tenant.staff() as session:
        order = locked(session, order_id)
        order_people.take(session, order, actor=tenant.actor(session))
        return changed(session, order)


@blueprint.patch(f"/{ID}/assign-responsible")
@blueprint.arguments(NewResponsible)
@blueprint.response(200, WholeOrderSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def assign_responsible(given: dict[str, Any], order_id: int) -> Response:
    """Make a florist, manager or director responsible for an order; null makes it nobody's"""
    return _assign(order_id, given)


@blueprint.patch(f"/{ID}/assign-courier")
@blueprint.arguments(NewCourier)
@blueprint.response(200, WholeOrderSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def assign_courier(given: dict[str, Any], order_id: int) -> Response:
    """Give an order to a courier, who sees it from then on; null takes it back"""
    return _assign(order_id, given)


def _assign(order_id: int, given: dict[str, Any]) -> Response:
    ((part, user_id),) = given.items()
    with tenant.staff() as session:
        order = locked(session, order_id)
        order_people.assign(session, order, part, user_id, actor=tenant.actor(session))
        return changed(session, order)
