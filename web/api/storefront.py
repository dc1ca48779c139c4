"""/products for customers: what a storefront shows besides the plain list."""

from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Response
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models import Product
from shop import product_figures, product_filters, product_page, shop_window
from shop.bestsellers import bestsellers
from shop.colors import NAMES
from shop.possible import possible
from web import plain, tenant
from web.api import product_queries
from web.api.products import ID, PUBLIC, blueprint
from web.errors import existing
from web.pagination import one_page
from web.schemas.listing import list_of
from web.schemas.product import ProductSchema, PublicListQuery
from web.schemas.storefront import (
    DetailSchema,
    FiltersSchema,
    HomeSchema,
    ProductAvailabilitySchema,
    QuantityQuery,
    ShopQuery,
    SuggestionQuery,
    SuggestionSchema,
    SummarySchema,
    TopQuery,
)

TYPES = {
    "flowers": "Цветы",
    "sweets": "Сладости",
    "fruits": "Фрукты",
    "gifts": "Подарки",
    "vitrina": "Готовые букеты",
    "catalog": "На заказ",
}


@blueprint.get("/public/featured")
@blueprint.arguments(PublicListQuery, location="query")
@blueprint.response(200, list_of(ProductSchema))
@blueprint.alt_response(404, "NOT_FOUND")
def list_featured(asked: dict[str, Any]) -> Response:
    """What the shop recommends, newest first"""
    with tenant.public() as session:
        return plain.answer(PUBLIC, *product_queries.public_page(session, asked, featured=True))


@blueprint.get("/public/bestsellers")
@blueprint.arguments(TopQuery, location="query")
@blueprint.response(200, list_of(ProductSchema))
@blueprint.alt_response(404, "NOT_FOUND")
def list_bestsellers(asked: dict[str, Any]) -> dict[str, Any]:
    """What sold best in the last days, most pieces first; one page"""
    since = datetime.now(UTC) - timedelta(asked["days"])
    with tenant.public() as session:
        ids = bestsellers(session, tenant.shop_id(session), since, asked["limit"])
        products = shop_window.by_id(session, set(ids))
        return one_page([products[id] for id in ids if id in products])


@blueprint.get("/home")
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, HomeSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def home(_asked: dict[str, Any]) -> dict[str, Any]:
    """The sections of a storefront's first page"""
    with tenant.public() as session:
        found = shop_window.sections(session, tenant.shop_id(session), datetime.now(UTC))
        titles = shop_window.TITLES
        return {
            "sections": [{"key": key, "title": titles[key], "items": found[key]} for key in titles if found[key]]
        }


@blueprint.get("/filters")
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, FiltersSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def filters(_asked: dict[str, Any]) -> dict[str, Any]:
    """What products on sale can be narrowed down by, and how many each choice leaves"""
    names = TYPES | NAMES
    with tenant.public() as session:
        shop_id = tenant.shop_id(session)
        found = {
            group: [
                {"value": value, "name": names.get(value, value), "count": count} for value, count in some.items()
            ]
            for group, some in product_filters.choices(session, shop_id).items()
        }
        return {"price": product_filters.prices(session, shop_id), "types": found.pop("type"), **found}


@blueprint.get("/search/suggestions")
@blueprint.arguments(SuggestionQuery, location="query")
@blueprint.response(200, list_of(SuggestionSchema))
@blueprint.alt_response(404, "NOT_FOUND")
def suggestions(asked: dict[str, Any]) -> dict[str, Any]:
    """What a customer who types may mean: names that begin with it, then names that have it inside"""
    with tenant.public() as session:
        words = asked["query"].strip()
        shop_id = tenant.shop_id(session)
        return one_page(shop_window.suggestions(session, shop_id, words, asked["limit"]) if words else [])


@blueprint.get(f"/{ID}/detail")
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, DetailSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def detail(_asked: dict[str, Any], product_id: int) -> Product:
    """One product on sale with all that its page shows"""
    with tenant.public() as session:
        product = _on_sale(session, product_id)
        product.composition = product_page.composition(session, product_id)  # type: ignore[attr-defined]
        product.availability = _availability(session, product_id, 1)  # type: ignore[attr-defined]
        product.rating = product_page.rating(session, product_id)  # type: ignore[attr-defined]
        return product


@blueprint.get(f"/{ID}/availability")
@blueprint.arguments(QuantityQuery, location="query")
@blueprint.response(200, ProductAvailabilitySchema)
@blueprint.alt_response(404, "NOT_FOUND")
def availability(asked: dict[str, Any], product_id: int) -> dict[str, Any]:
    """Whether so many pieces could be made of what is free in stock now"""
    with tenant.public() as session:
        _on_sale(session, product_id)
        return _availability(session, product_id, asked["quantity"])


@blueprint.get("/stats/summary")
@blueprint.response(200, SummarySchema)
def summary() -> dict[str, Any]:
    """How many products the own shop has, and of what kind"""
    with tenant.staff() as session:
        return product_figures.summary(session, tenant.shop_id(session))


def _on_sale(session: Session, product_id: int) -> Product:
    """Raises Problem 404: nobody buys what is off sale or another shop's."""
    of_shop = Product.shop_id == tenant.shop_id(session)
    query = select(Product).where(Product.id == product_id, of_shop, Product.enabled)
    return existing(session.scalar(query.options(selectinload(Product.images))))


def _availability(session: Session, product_id: int, quantity: int) -> dict[str, Any]:
    most = possible(session, [product_id])[product_id]
    available = most is None or quantity <= most
    return {"product_id": product_id, "quantity": quantity, "available": available, "max_quantity": most}
