"""Which products a list shows."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema
from sqlalchemy import ScalarSelect, Select, func, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session
from sqlalchemy.sql.expression import cast

from models import Product, ProductImage
from shop.search import containing, found
from web import agreement, plain
from web.pagination import Page, Total, plain_rows, plain_rows_by_number
from web.schemas.product import ImageSchema, ProductSchema, StaffImageSchema, StaffProductSchema

# Besides `-created_at`, which is newest first.
SORTS = {
    "created_at": (Product.created_at, Product.id),
    "price": (Product.price, Product.id),
    "-price": (Product.price.desc(), Product.id.desc()),
    "name": (func.lower(Product.name), Product.id),
    "-name": (func.lower(Product.name).desc(), Product.id.desc()),
}


def _images(schema: type[Schema]) -> ScalarSelect[Any]:
    place = (ProductImage.position, ProductImage.id)
    return plain.rows_as_json(schema, ProductImage, ProductImage.product_id == Product.id, *place)


# What the lists show of each.
PUBLIC = plain.columns(ProductSchema, Product, images=_images(ImageSchema))
STAFF = plain.columns(StaffProductSchema, Product, images=_images(StaffImageSchema), sync=agreement.AS_JSON)
PLACE = (Product.created_at, Product.id)


def of_shop(shop_id: int, asked: Mapping[str, Any]) -> Select[Product]:
    """Products of the shop that fit every filter of `asked`; absent filters fit all."""
    query = select(Product).where(Product.shop_id == shop_id)
    if "enabled" in asked:
        query = query.where(Product.enabled if asked["enabled"] else ~Product.enabled)
    if "type" in asked:
        query = query.where(Product.type == asked["type"])
    if "min_price" in asked:
        query = query.where(Product.price >= asked["min_price"])
    if "max_price" in asked:
        query = query.where(Product.price <= asked["max_price"])
    if words := asked.get("search", "").strip():
        query = query.where(found(Product.id, select(func.products_that_say(containing(words)))))
    if tags := [tag.strip() for tag in asked.get("tags", "").split(",") if tag.strip()]:
        query = query.where(found(Product.id, select(func.products_tagged(cast(tags, JSONB)))))
    return query


def public_page(session: Session, query: Select[Any], asked: Mapping[str, Any], total: Total = None) -> Page:
    """Newest first. `total`: where it is known without counting."""
    return plain_rows(session, PUBLIC, query, PLACE, asked, total)


def staff_page(session: Session, query: Select[Any], asked: Mapping[str, Any], total: Total) -> Page:
    """`total`: where it is known without counting. Raises Problem 422 for a cursor of another sorting."""
    if places := SORTS.get(asked["sort"]):
        return plain_rows_by_number(session, STAFF, query, places, asked, total)
    return plain_rows(session, STAFF, query, PLACE, asked, total)
