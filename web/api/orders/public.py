"""/orders: what customers do before and when they order."""

from typing import Any

from models import Order
from shop import order_preview
from shop.order_draft import Draft, DraftItem
from sync import edits
from tasks.logs import request_id
from web import tenant
from web.api.orders.blueprint import blueprint
from web.idempotency import idempotent
from web.schemas.order_numbers import AskedItems, AskedOrder, ItemsAvailabilitySchema, PreviewSchema
from web.schemas.order_public import NewPublicOrder, PlacedSchema


@blueprint.post("/check-availability")
@blueprint.arguments(AskedItems)
@blueprint.response(200, ItemsAvailabilitySchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def check_availability(given: dict[str, Any]) -> Any:
    """Whether these products can be made now, each line after those before it"""
    with tenant.public() as session:
        return order_preview.check(session, tenant.own_shop(session), _items(given))


@blueprint.post("/preview")
@blueprint.arguments(AskedOrder)
@blueprint.response(200, PreviewSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def preview(given: dict[str, Any]) -> Any:
    """What an order would cost, and whether it can be made; nothing is kept"""
    return _preview(given)


@blueprint.post("/public/preview")
@blueprint.arguments(AskedOrder)
@blueprint.response(200, PreviewSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def preview_public(given: dict[str, Any]) -> Any:
    """The same as /orders/preview"""
    return _preview(given)


@blueprint.post("/public/create")
@idempotent
@blueprint.arguments(NewPublicOrder)
@blueprint.response(201, PlacedSchema)
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def create_public(given: dict[str, Any]) -> Order:
    """Order as a customer; the answer says by which tracking id to follow it

    Prices and totals are the server's. 400 names what is short in stock, 409 products that cannot be ordered here.
    """
    items = _items(given)
    del given["items"]
    with tenant.public() as session:
        shop = tenant.own_shop(session)
        draft = Draft(items=items, **given)
        order = edits.place_order(session, shop, draft, actor=tenant.actor(session), request_id=request_id())
        if shop.mirrors_bitrix:
            tenant.ring(session, "outbox")
        return order


def _preview(given: dict[str, Any]) -> Any:
    with tenant.public() as session:
        shop = tenant.own_shop(session)
        return order_preview.preview(session, shop, _items(given), given["delivery_type"])


def _items(given: dict[str, Any]) -> list[DraftItem]:
    return [DraftItem(**line) for line in given["items"]]
