"""/warehouse: flowers and materials, and every operation on them."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import WarehouseItem, WarehouseOperation
from shop import warehouse
from web import pictures, tenant
from web.api import warehouse_queries
from web.idempotency import idempotent
from web.pagination import newest_first, newest_ids_first
from web.parsing import Blueprint
from web.picture_form import takes_picture
from web.schemas.listing import ListQuery, list_of
from web.schemas.warehouse import (
    NewDelivery,
    NewSale,
    NewWarehouseItem,
    NewWriteoff,
    OperationSchema,
    WarehouseItemEdit,
    WarehouseItemSchema,
    WarehouseQuery,
)

blueprint = Blueprint(
    "warehouse", __name__, url_prefix="/api/v1/warehouse", description="What is in stock, and why it is that much"
)

ID = "<int(max=9007199254740991):item_id>"


@blueprint.get("/")
@blueprint.arguments(WarehouseQuery, location="query")
@blueprint.response(200, list_of(WarehouseItemSchema))
def list_items(asked: dict[str, Any]) -> dict[str, Any]:
    """Items of the own shop, newest first, and how much of each is promised"""
    with tenant.staff() as session:
        query = warehouse_queries.on_the_list(asked)
        items, page = newest_first(session, query, WarehouseItem.created_at, WarehouseItem.id, asked)
        return {"items": warehouse_queries.with_stock(session, items), **page}


@blueprint.get(f"/{ID}")
@blueprint.response(200, WarehouseItemSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show(item_id: int) -> dict[str, Any]:
    """One item: what is there, what of it is promised, and what is free"""
    with tenant.staff() as session:
        return _shown(session, warehouse_queries.find(session, item_id))


@blueprint.get(f"/{ID}/operations")
@blueprint.arguments(ListQuery, location="query")
@blueprint.response(200, list_of(OperationSchema))
@blueprint.alt_response(404, "NOT_FOUND")
def operations(asked: dict[str, Any], item_id: int) -> dict[str, Any]:
    """Everything that ever changed the balance or a price, newest first; also of an item taken off the list"""
    with tenant.staff() as session:
        warehouse_queries.find(session, item_id, also_deleted=True)
        query = select(WarehouseOperation).where(WarehouseOperation.item_id == item_id)
        rows, page = newest_ids_first(session, query, WarehouseOperation.id, asked)
        return {"items": rows, **page}


@blueprint.post("/")
@idempotent
@blueprint.arguments(NewWarehouseItem)
@blueprint.response(201, WarehouseItemSchema)
def create(given: dict[str, Any]) -> dict[str, Any]:
    """A new item; what is there of it already is booked as its first delivery"""
    with tenant.staff() as session:
        item = warehouse.add(session, tenant.shop_id(session), actor=tenant.actor(session), **given)
        return _shown(session, item)


@blueprint.patch(f"/{ID}")
@blueprint.arguments(WarehouseItemEdit)
@blueprint.response(200, WarehouseItemSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def edit(given: dict[str, Any], item_id: int) -> dict[str, Any]:
    """Change name, minimum or prices; a new price leaves an operation that says what it was

    The quantity is changed by deliveries, write-offs, sales and inventory checks alone.
    """
    with tenant.staff() as session:
        return _shown(session, warehouse.edit(session, item_id, actor=tenant.actor(session), **given))


@blueprint.post(f"/{ID}/writeoff")
@idempotent
@blueprint.arguments(NewWriteoff)
@blueprint.response(200, WarehouseItemSchema)
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(404, "NOT_FOUND")
def write_off(given: dict[str, Any], item_id: int) -> dict[str, Any]:
    """Broken or withered: a fact, also where it was promised to orders

    The answer's `shortage` says how much of what is promised is no longer there. 400: more than there is.
    """
    with tenant.staff() as session:
        return _shown(session, warehouse.write_off(session, item_id, actor=tenant.actor(session), **given))


@blueprint.post(f"/{ID}/delivery")
@idempotent
@blueprint.arguments(NewDelivery)
@blueprint.response(200, WarehouseItemSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def deliver(given: dict[str, Any], item_id: int) -> dict[str, Any]:
    """More of it came, perhaps at a new cost price"""
    with tenant.staff() as session:
        return _shown(session, warehouse.deliver(session, item_id, actor=tenant.actor(session), **given))


@blueprint.post(f"/{ID}/sale")
@idempotent
@blueprint.arguments(NewSale)
@blueprint.response(200, WarehouseItemSchema)
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(404, "NOT_FOUND")
def sell(given: dict[str, Any], item_id: int) -> dict[str, Any]:
    """Sold over the counter, without an order; 400: more than what nobody was promised"""
    with tenant.staff() as session:
        return _shown(session, warehouse.sell(session, item_id, actor=tenant.actor(session), **given))


@blueprint.post(f"/{ID}/photo")
@takes_picture(blueprint)
@blueprint.response(201, WarehouseItemSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def add_photo(item_id: int) -> dict[str, Any]:
    """Give an item a picture, which takes the place of the one before"""
    data = pictures.received()
    with tenant.staff() as session:
        warehouse_queries.find(session, item_id)
    return _with_picture(item_id, pictures.keep(data))


@blueprint.delete(f"/{ID}/photo")
@blueprint.response(200, WarehouseItemSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def remove_photo(item_id: int) -> dict[str, Any]:
    """Take an item's picture away; without one nothing changes"""
    return _with_picture(item_id, None)


@blueprint.delete(f"/{ID}")
@blueprint.response(204)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def delete(item_id: int) -> None:
    """Take an item off the list; its operations stay

    409 names the orders it is reserved for and the products it is part of.
    """
    with tenant.staff() as session:
        warehouse.remove(session, item_id)


def _with_picture(item_id: int, key: str | None) -> dict[str, Any]:
    with tenant.staff() as session:
        if former := warehouse.set_picture(session, item_id, key):
            pictures.forget(former)
        return _shown(session, warehouse_queries.find(session, item_id))


def _shown(session: Session, item: WarehouseItem) -> dict[str, Any]:
    """The item as it is now in the database."""
    session.flush()
    session.refresh(item)
    (shown,) = warehouse_queries.with_stock(session, [item])
    return shown
