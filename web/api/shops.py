"""/shops: every shop that is open to customers, and what it sells."""

from typing import Any

from flask import Response
from sqlalchemy import select

from models import Shop, begin
from web import plain, tenant
from web.api import product_queries
from web.api.products import PUBLIC
from web.pagination import newest_first
from web.parsing import Blueprint
from web.schemas.listing import ListQuery, list_of
from web.schemas.product import ProductSchema, PublicProductQuery
from web.schemas.shop import PublicShopSchema

blueprint = Blueprint(
    "shops", __name__, url_prefix="/api/v1/shops", description="Shops that customers can buy from"
)

ID = "<int(max=9007199254740991):shop_id>"


@blueprint.get("/")
@blueprint.arguments(ListQuery, location="query")
@blueprint.response(200, list_of(PublicShopSchema))
def list_shops(asked: dict[str, Any]) -> dict[str, Any]:
    """Active shops, newest first"""
    with begin() as session:
        shops, page = newest_first(session, select(Shop).where(Shop.is_active), Shop.created_at, Shop.id, asked)
        return {"items": shops, **page}


@blueprint.get(f"/{ID}")
@blueprint.response(200, PublicShopSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show(shop_id: int) -> Shop:
    """One active shop"""
    with tenant.public(shop_id) as session:
        return tenant.own_shop(session)


@blueprint.get(f"/{ID}/products")
@blueprint.arguments(PublicProductQuery, location="query")
@blueprint.response(200, list_of(ProductSchema))
@blueprint.alt_response(404, "NOT_FOUND")
def list_products(asked: dict[str, Any], shop_id: int) -> Response:
    """What an active shop sells, newest first"""
    with tenant.public(shop_id) as session:
        return plain.answer(PUBLIC, *product_queries.public_page(session, asked))
