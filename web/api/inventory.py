"""/inventory: counting the shelf, and bringing the books to what is there."""

from typing import Any

from sqlalchemy import select

from models import InventoryCheck, WarehouseItem
from shop import inventory
from shop.inventory import Count
from web import tenant
from web.api import inventory_queries, warehouse_queries
from web.errors import existing
from web.idempotency import idempotent
from web.pagination import newest_first, newest_ids_first
from web.parsing import Blueprint
from web.schemas.inventory import (
    CheckSchema,
    CountableSchema,
    InventorySummarySchema,
    NewCheck,
    WholeCheckSchema,
)
from web.schemas.listing import ListQuery, list_of

blueprint = Blueprint("inventory", __name__, url_prefix="/api/v1/inventory", description="Counting what is there")

ID = "<int(max=9007199254740991):check_id>"


@blueprint.get("/")
@blueprint.arguments(ListQuery, location="query")
@blueprint.response(200, list_of(CheckSchema))
def list_checks(asked: dict[str, Any]) -> dict[str, Any]:
    """Inventory checks of the own shop, newest first"""
    with tenant.staff() as session:
        checks, page = newest_ids_first(session, select(InventoryCheck), InventoryCheck.id, asked)
        return {"items": inventory_queries.with_sums(session, checks), **page}


@blueprint.get(f"/{ID}")
@blueprint.response(200, WholeCheckSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show(check_id: int) -> dict[str, Any]:
    """One check, line by line"""
    with tenant.staff() as session:
        return inventory_queries.whole(session, existing(session.get(InventoryCheck, check_id)))


@blueprint.get("/prepare/items")
@blueprint.arguments(ListQuery, location="query")
@blueprint.response(200, list_of(CountableSchema))
def prepare(asked: dict[str, Any]) -> dict[str, Any]:
    """What there is to count, and what the books say of it now"""
    with tenant.staff() as session:
        query = warehouse_queries.on_the_list({})
        items, page = newest_first(session, query, WarehouseItem.created_at, WarehouseItem.id, asked)
        return {"items": warehouse_queries.with_stock(session, items), **page}


@blueprint.get("/summary")
@blueprint.response(200, InventorySummarySchema)
def summary() -> dict[str, Any]:
    """What the whole shelf is worth, and when it was counted last"""
    with tenant.staff() as session:
        return inventory_queries.summary(session)


@blueprint.post("/")
@idempotent
@blueprint.arguments(NewCheck)
@blueprint.response(201, WholeCheckSchema)
def create(given: dict[str, Any]) -> dict[str, Any]:
    """What was counted; nothing is booked until the check is applied"""
    counts = [Count(**line) for line in given["items"]]
    with tenant.staff() as session:
        shop_id = tenant.shop_id(session)
        check = inventory.make(session, shop_id, counts, comment=given.get("comment"), actor=tenant.actor(session))
        return inventory_queries.whole(session, check)


@blueprint.post(f"/{ID}/apply")
@idempotent
@blueprint.response(200, WholeCheckSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
@blueprint.alt_response(422, "UNPROCESSABLE_ENTITY")
def apply(check_id: int) -> dict[str, Any]:
    """Book the differences, once; what came and went since the count stays booked

    409: it was applied already, or more is missing by the count than there is by now.
    """
    with tenant.staff() as session:
        check = inventory.apply(session, check_id, actor=tenant.actor(session))
        return inventory_queries.whole(session, check)
