"""Which products a list shows."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.sql.expression import cast

from models import Product
from web.filters import containing
from web.pagination import Page, by_number, newest_first

# Besides `-created_at`, which is newest first.
SORTS = {
    "created_at": (Product.created_at, Product.id),
    "price": (Product.price, Product.id),
    "-price": (Product.price.desc(), Product.id.desc()),
    "name": (func.lower(Product.name), Product.id),
    "-name": (func.lower(Product.name).desc(), Product.id.desc()),
}


def of_shop(shop_id: int, asked: Mapping[str, Any]) -> Select[Product]:
    """Products of the shop that fit every filter of `asked`; absent filters fit all."""
    query = select(Product).where(Product.shop_id == shop_id).options(selectinload(Product.images))
    if "enabled" in asked:
        query = query.where(Product.enabled if asked["enabled"] else ~Product.enabled)
    if "type" in asked:
        query = query.where(Product.type == asked["type"])
    if "min_price" in asked:
        query = query.where(Product.price >= asked["min_price"])
    if "max_price" in asked:
        query = query.where(Product.price <= asked["max_price"])
    if words := asked.get("search", "").strip():
        query = query.where(Product.id.in_(select(func.products_that_say(containing(words)))))
    if tags := [tag.strip() for tag in asked.get("tags", "").split(",") if tag.strip()]:
        query = query.where(Product.tags.op("@>")(cast(tags, JSONB)))
    return query


def page_of(session: Session, query: Select[Product], asked: Mapping[str, Any], total: int | None) -> Page:
    """`total`: where it is known without counting. Raises Problem 422 for a cursor of another sorting."""
    if places := SORTS.get(asked["sort"]):
        return by_number(session, query, places, asked, total=total)
    return newest_first(session, query, Product.created_at, Product.id, asked, total=total)
