"""/orders: numbers, and whether one can be made."""

from typing import Any

from shop import order_availability, order_dashboard
from web import tenant
from web.api.orders.blueprint import ID, blueprint, find
from web.schemas.order_numbers import DashboardSchema, ItemsAvailabilitySchema


@blueprint.get("/stats/dashboard")
@blueprint.response(200, DashboardSchema)
def dashboard() -> Any:
    """Orders by status, and what today brought: the shop's own day"""
    with tenant.staff() as session:
        return order_dashboard.dashboard(session, tenant.own_shop(session))


@blueprint.get(f"/{ID}/availability")
@blueprint.response(200, ItemsAvailabilitySchema)
@blueprint.alt_response(404, "NOT_FOUND")
def availability(order_id: int) -> Any:
    """Whether the lines of an order can be made; what is reserved for it is its own"""
    with tenant.staff() as session:
        return order_availability.of_order(session, find(session, order_id))
