"""/products: the shop window, and the staff's side of it."""

from typing import Any

from flask import Response

from models import Product
from web import caller, plain, tenant
from web.api import product_queries, product_writes
from web.parsing import Blueprint
from web.schemas.listing import list_of
from web.schemas.product import (
    NewProduct,
    ProductEdit,
    ProductSchema,
    PublicProductQuery,
    StaffProductQuery,
    StaffProductSchema,
    StatusQuery,
)
from web.schemas.storefront import ShopQuery

blueprint = Blueprint("products", __name__, url_prefix="/api/v1/products", description="What the shop sells")

PUBLIC, STAFF = plain.dumper(ProductSchema), plain.dumper(StaffProductSchema)
ID = "<int(max=9007199254740991):product_id>"


@blueprint.get("/")
@blueprint.arguments(PublicProductQuery, location="query")
@blueprint.response(200, list_of(ProductSchema))
@blueprint.alt_response(404, "NOT_FOUND")
def list_public(asked: dict[str, Any]) -> Response:
    """What customers can buy, newest first

    Of the shop asked for, else the token's, else the one mirrored with the site. Enabled products only.
    """
    with tenant.public() as session:
        return plain.answer(PUBLIC, *product_queries.public_page(session, asked))


@blueprint.get("/admin")
@blueprint.arguments(StaffProductQuery, location="query")
@blueprint.response(200, list_of(StaffProductSchema))
@blueprint.alt_response(404, "NOT_FOUND")
def list_admin(asked: dict[str, Any]) -> Response:
    """All products of the own shop, and how each stands with the site"""
    with tenant.staff() as session:
        return plain.answer(STAFF, *product_queries.staff_page(session, asked))


@blueprint.get(f"/{ID}")
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, {"oneOf": [ProductSchema, StaffProductSchema]})
@blueprint.alt_response(404, "NOT_FOUND")
def show(_asked: dict[str, Any], product_id: int) -> Response:
    """One product; staff of its shop see it disabled too, and how it stands with the site"""
    with tenant.public() as session:
        inside = tenant.sees_inside(caller.optional(), tenant.shop_id(session))
        return plain.answer_one(STAFF if inside else PUBLIC, product_queries.one(session, product_id, inside))


@blueprint.post("/")
@blueprint.arguments(NewProduct)
@blueprint.response(201, StaffProductSchema)
def create(given: dict[str, Any]) -> Product:
    """A new product of the own shop

    The site has no call to create one, so in a mirrored shop it stays local.
    """
    with tenant.staff() as session:
        product = product_writes.make(session, tenant.shop_id(session), given)
        return product_writes.shown(session, product)


@blueprint.put(f"/{ID}")
@blueprint.arguments(ProductEdit)
@blueprint.response(200, StaffProductSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def edit(given: dict[str, Any], product_id: int) -> Product:
    """Change some fields of a product

    What the site shares is owed to it in the same transaction; what only the site may change is refused.
    """
    return _changed(product_id, given)


@blueprint.patch(f"/{ID}/status")
@blueprint.arguments(StatusQuery, location="query")
@blueprint.response(200, StaffProductSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def set_status(asked: dict[str, bool], product_id: int) -> Product:
    """Put a product on sale or take it off"""
    return _changed(product_id, asked)


@blueprint.delete(f"/{ID}")
@blueprint.response(204)
@blueprint.alt_response(404, "NOT_FOUND")
def delete(product_id: int) -> None:
    """Delete a product; on the site it goes off sale

    Orders keep what was sold. A product that the site knows does not come back from there.
    """
    with tenant.staff() as session:
        product_writes.delete(session, product_id)


def _changed(product_id: int, given: dict[str, Any]) -> Product:
    with tenant.staff() as session:
        return product_writes.change(session, product_writes.locked(session, product_id), given)
