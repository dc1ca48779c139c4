"""/orders: staff place one."""

from typing import Any

from sqlalchemy.orm import Session

from models import Order, Shop
from shop.order_draft import Draft, DraftItem
from sync import edits
from tasks.logs import request_id
from web import tenant
from web.api.orders.blueprint import blueprint
from web.idempotency import idempotent
from web.order_agreement import of_new
from web.schemas.order import NewOrder, OrderSchema


@blueprint.post("/with-items")
@idempotent
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
@idempotent
@blueprint.arguments(NewOrder)
@blueprint.response(201, OrderSchema)
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(409, "CONFLICT")
def create(given: dict[str, Any]) -> Order:
    """The same as /orders/with-items"""
    return _place(given)


def _place(given: dict[str, Any]) -> Order:
    with tenant.staff() as session:
        shop = tenant.own_shop(session)
        return of_new(placed(session, shop, given), owed=shop.mirrors_bitrix)


def placed(session: Session, shop: Shop, given: dict[str, Any]) -> Order:
    """A new order of the session's shop; in a mirrored shop its creation on the site is on its way."""
    draft = Draft(**given | {"items": lines(given)})
    order = edits.place_order(session, shop, draft, actor=tenant.actor(session), request_id=request_id())
    if shop.mirrors_bitrix:
        tenant.ring(session, "outbox")
    return order


def lines(given: dict[str, Any]) -> list[DraftItem]:
    return [DraftItem(**line) for line in given["items"]]
