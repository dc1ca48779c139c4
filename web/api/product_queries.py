"""Which products a list shows."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from marshmallow import Schema
from sqlalchemy import ScalarSelect, Text, bindparam, func, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session
from sqlalchemy.sql.expression import cast

from models import Product, ProductImage, ProductWords, tenancy
from models.tenancy import SHOP
from shop import tallies
from shop.search import among, as_searched, containing, found, here, told
from web import agreement, plain
from web.errors import existing
from web.listing import Listing, Narrow
from web.pagination import Page
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
WORDS = here(ProductWords)
IN_WORDS = Narrow(
    select(WORDS).where(WORDS.shop_id == SHOP),
    (WORDS.created_at, WORDS.id),
    {
        "said": WORDS.said.like(as_searched(cast(bindparam("said"), Text))),
        "on_sale": WORDS.enabled,
        "off_sale": ~WORDS.enabled,
    },
)
CONDITIONS = {
    "on_sale": Product.enabled,
    "off_sale": ~Product.enabled,
    "featured": Product.is_featured,
    "type": Product.type == bindparam("type"),
    "min_price": Product.price >= bindparam("min_price"),
    "max_price": Product.price <= bindparam("max_price"),
    "said": among(Product, IN_WORDS.ids("said")),
    "tag": Product.tags.contains(func.jsonb_build_array(cast(bindparam("tag"), Text))),
    "tagged": found(Product, told(func.products_tagged(cast(bindparam("tagged", type_=JSONB), JSONB)))),
}
TAGS = "products on sale by tags"
COMMON = 1_000  # products with a tag: a page of so many is found sooner among the newest than by the tag
AS_ASKED = ("type", "min_price", "max_price")
UNORDERED = frozenset({"said", "tagged"})
ALL = select(Product).where(Product.shop_id == SHOP)
OF_STAFF = Listing(
    STAFF, ALL, PLACE, CONDITIONS, {"": "products"}, unordered=UNORDERED, sorts=SORTS, narrow=IN_WORDS
)
TALLIES = {"": "products on sale", "type": "products on sale by type", "tag": TAGS}
ON_SALE = Listing(
    PUBLIC,
    ALL.where(Product.enabled),
    PLACE,
    CONDITIONS,
    TALLIES,
    unordered=UNORDERED,
    narrow=replace(IN_WORDS, rows=IN_WORDS.rows.where(WORDS.enabled)),
)
ON_SALE_BY_TAG = select(tallies.summed(SHOP, TAGS, bindparam("tag", type_=Text)))
IT = Product.id == bindparam("product_id")
ONE_OF_STAFF, ONE_ON_SALE = (one.rows.where(IT).with_only_columns(*one.shown) for one in (OF_STAFF, ON_SALE))


def public_page(session: Session, asked: Mapping[str, Any], **wanted: Any) -> Page:
    """Of what is on sale, what fits every filter of `asked`, newest first; absent filters fit all."""
    return ON_SALE.page(session, wanted | _wanted(session, asked), asked)


def staff_page(session: Session, asked: Mapping[str, Any]) -> Page:
    """The same of all. Raises Problem 422 for a cursor of another sorting."""
    wanted = _wanted(session, asked)
    if "enabled" in asked:
        wanted["on_sale" if asked["enabled"] else "off_sale"] = True
    return OF_STAFF.page(session, wanted, asked)


def one(session: Session, product_id: int, for_staff: bool) -> Any:
    """As the lists show it. Raises Problem 404."""
    query = ONE_OF_STAFF if for_staff else ONE_ON_SALE
    return existing(tenancy.plain_row(session, query, {"product_id": product_id}))


def _wanted(session: Session, asked: Mapping[str, Any]) -> dict[str, Any]:
    wanted = {name: asked[name] for name in AS_ASKED if name in asked}
    if words := asked.get("search", "").strip():
        wanted["said"] = containing(words)
    if tags := [tag.strip() for tag in asked.get("tags", "").split(",") if tag.strip()]:
        wanted |= {"tag": tags[0]} if len(tags) == 1 and _is_common(session, tags[0]) else {"tagged": tags}
    return wanted


def _is_common(session: Session, tag: str) -> bool:
    counted: int = tenancy.plain_rows(session, ON_SALE_BY_TAG, {"tag": tag})[0][0]
    return counted > COMMON
