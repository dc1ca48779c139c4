"""/orders: what customers do before and when they order."""

from typing import Any

from models import Order
from shop import order_preview
from web import tenant
from web.api.orders.blueprint import blueprint
from web.api.orders.placing import lines, placed
from web.idempotency import idempotent
from web.schemas.order import NewOrder
from web.schemas.order_numbers import AskedItems, AskedOrder, ItemsAvailabilitySchema, PreviewSchema
from web.schemas.order_public import PlacedSchema
from web.schemas.storefront import ShopQuery


@blueprint.post("/check-availability")
@blueprint.arguments(AskedItems)
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, ItemsAvailabilitySchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def check_availability(given: dict[str, Any], _asked: dict[str, Any]) -> Any:
    """Whether these products can be made now, each line after those before it"""
    with tenant.public() as session:
        return order_preview.check(session, tenant.own_shop(session), lines(given))


@blueprint.post("/preview")
@blueprint.arguments(AskedOrder)
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, PreviewSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def preview(given: dict[str, Any], _asked: dict[str, Any]) -> Any:
    """What an order would cost, and whether it can be made; nothing is kept"""
    return _preview(given)


@blueprint.post("/public/preview")
@blueprint.arguments(AskedOrder)
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, PreviewSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def preview_public(given: dict[str, Any], _asked: dict[str, Any]) -> Any:
    """The same as /orders/preview"""
    return _preview(given)


@blueprint.post("/public/create")
@idempotent
@blueprint.arguments(NewOrder)
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(201, PlacedSchema)
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def create_public(given: dict[str, Any], _asked: dict[str, Any]) -> Order:
    """Order as a customer; the answer says by which tracking id to follow it

    Prices and totals are the server's. 400 names what is short in stock, 409 products that cannot be ordered here.
    """
    with tenant.public() as session:
        return placed(session, tenant.own_shop(session), given)


def _preview(given: dict[str, Any]) -> Any:
    with tenant.public() as session:
        shop = tenant.own_shop(session)
        return order_preview.preview(session, shop, lines(given), given["delivery_type"])
