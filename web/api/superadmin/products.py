"""/superadmin/products: every shop's. What the site shares is owed to it as if the shop itself had written."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models import Product, ProductWords
from shop.search import says
from web import tenant
from web.agreement import with_agreement
from web.api import product_writes
from web.api.superadmin.blueprint import ID, blueprint, shop_of
from web.filters import equal
from web.pagination import newest_first
from web.schemas.listing import list_of
from web.schemas.product import ProductEdit, StaffProductSchema
from web.schemas.superadmin import PlatformProductQuery


@blueprint.get("/products")
@blueprint.arguments(PlatformProductQuery, location="query")
@blueprint.response(200, list_of(StaffProductSchema))
def list_products(asked: dict[str, Any]) -> dict[str, Any]:
    """Products of all shops, and how each stands with the site"""
    query = select(Product).where(Product.deleted_at.is_(None)).options(selectinload(Product.images))
    query = equal(query, asked, shop_id=Product.shop_id, enabled=Product.enabled)
    if words := asked.get("search", "").strip():
        said = says(ProductWords.said, words)  # which has an index; a name is a part of it
        query = query.where(
            Product.id.in_(select(ProductWords.id).where(said)), Product.name.icontains(words, autoescape=True)
        )
    with tenant.of_all_shops() as session:
        rows, page = newest_first(session, query, Product.created_at, Product.id, asked)
        return {"items": with_agreement(session, rows), **page}


@blueprint.put(f"/products/{ID}")
@blueprint.arguments(ProductEdit)
@blueprint.response(200, StaffProductSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def edit_product(given: dict[str, Any], id: int) -> Product:
    """Change some fields of a product

    409 names what only the site may change.
    """
    with tenant.of_shop(shop_of(Product, id)) as session:
        return product_writes.change(session, product_writes.locked(session, id), given)


@blueprint.put(f"/products/{ID}/toggle")
@blueprint.response(200, StaffProductSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def toggle_product(id: int) -> Product:
    """Put a product on sale, or take it off"""
    with tenant.of_shop(shop_of(Product, id)) as session:
        product = product_writes.locked(session, id)
        return product_writes.change(session, product, {"enabled": not product.enabled})


@blueprint.delete(f"/products/{ID}")
@blueprint.response(204)
@blueprint.alt_response(404, "NOT_FOUND")
def delete_product(id: int) -> None:
    """Delete a product; on the site it goes off sale"""
    with tenant.of_shop(shop_of(Product, id)) as session:
        product_writes.delete(session, id)
