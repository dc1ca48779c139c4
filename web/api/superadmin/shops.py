"""/superadmin/shops: every shop, open or blocked."""

from typing import Any

from sqlalchemy import select

from models import Shop
from shop import access
from web import tenant
from web.api.superadmin.blueprint import ID, blueprint
from web.errors import existing
from web.filters import equal
from web.pagination import newest_ids_first
from web.schemas.listing import list_of
from web.schemas.superadmin import PlatformShopQuery, PlatformShopSchema


@blueprint.get("/shops")
@blueprint.arguments(PlatformShopQuery, location="query")
@blueprint.response(200, list_of(PlatformShopSchema))
def list_shops(asked: dict[str, Any]) -> dict[str, Any]:
    """All shops"""
    query = equal(select(Shop), asked, is_active=Shop.is_active)
    if words := asked.get("search", "").strip():
        query = query.where(Shop.name.icontains(words, autoescape=True))
    with tenant.of_all_shops() as session:
        rows, page = newest_ids_first(session, query, Shop.id, asked)
        return {"items": rows, **page}


@blueprint.get(f"/shops/{ID}")
@blueprint.response(200, PlatformShopSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show_shop(id: int) -> Shop:
    """One shop"""
    with tenant.of_all_shops() as session:
        return existing(session.get(Shop, id))


@blueprint.put(f"/shops/{ID}/block")
@blueprint.response(200, PlatformShopSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def block_shop(id: int) -> Shop:
    """Close a shop to its people and customers, at once"""
    return _set(id, let_in=False)


@blueprint.put(f"/shops/{ID}/unblock")
@blueprint.response(200, PlatformShopSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def unblock_shop(id: int) -> Shop:
    """Open a shop again"""
    return _set(id, let_in=True)


def _set(id: int, let_in: bool) -> Shop:
    with tenant.of_all_shops() as session:
        return access.set_shop(session, id, let_in)
