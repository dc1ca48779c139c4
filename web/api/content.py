"""/faqs and /pages: what the shop tells its customers in its own words."""

from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Faq, StaticPage
from shop import taken
from web import tenant
from web.errors import existing
from web.pagination import in_order
from web.parsing import Blueprint
from web.schemas.content import FaqEdit, FaqSchema, NewFaq, NewPage, PageEdit, PageSchema
from web.schemas.fields import LARGEST_ID
from web.schemas.listing import ListQuery, list_of
from web.schemas.product import PublicListQuery
from web.schemas.storefront import ShopQuery

blueprint = Blueprint("content", __name__, url_prefix="/api/v1", description="The shop's own words")

FAQ = "/faqs/<int(max=9007199254740991):faq_id>"
PAGE = "/pages/<page>"
Row = TypeVar("Row", Faq, StaticPage)


@blueprint.get("/faqs")
@blueprint.arguments(PublicListQuery, location="query")
@blueprint.response(200, list_of(FaqSchema))
@blueprint.alt_response(404, "NOT_FOUND")
def list_faqs(asked: dict[str, Any]) -> dict[str, Any]:
    """Questions with answers, in the shop's own order"""
    with tenant.public() as session:
        query = select(Faq).where(Faq.shop_id == tenant.shop_id(session))
        faqs, page = in_order(session, query, (Faq.position, Faq.id), asked)
        return {"items": faqs, **page}


@blueprint.post("/faqs")
@blueprint.arguments(NewFaq)
@blueprint.response(201, FaqSchema)
def create_faq(given: dict[str, Any]) -> Faq:
    """A new question with its answer"""
    with tenant.staff() as session:
        return _kept(session, Faq(shop_id=tenant.shop_id(session), **given))


@blueprint.put(FAQ)
@blueprint.arguments(FaqEdit)
@blueprint.response(200, FaqSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def edit_faq(given: dict[str, Any], faq_id: int) -> Faq:
    """Change a question, its answer or its place"""
    with tenant.staff() as session:
        return _changed(session, _faq(session, faq_id), given)


@blueprint.delete(FAQ)
@blueprint.response(204)
@blueprint.alt_response(404, "NOT_FOUND")
def delete_faq(faq_id: int) -> None:
    """Take a question away"""
    with tenant.staff() as session:
        session.delete(_faq(session, faq_id))


@blueprint.get("/pages")
@blueprint.arguments(ListQuery, location="query")
@blueprint.response(200, list_of(PageSchema))
def list_pages(asked: dict[str, Any]) -> dict[str, Any]:
    """Pages of the own shop, oldest first"""
    with tenant.staff() as session:
        query = select(StaticPage).where(StaticPage.shop_id == tenant.shop_id(session))
        pages, page = in_order(session, query, (StaticPage.id,), asked)
        return {"items": pages, **page}


@blueprint.get(PAGE)
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, PageSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show_page(_asked: dict[str, Any], page: str) -> StaticPage:
    """A page of the storefront, by its slug (or its id)"""
    with tenant.public() as session:
        return _page(session, page)


@blueprint.post("/pages")
@blueprint.arguments(NewPage)
@blueprint.response(201, PageSchema)
@blueprint.alt_response(409, "CONFLICT")
def create_page(given: dict[str, Any]) -> StaticPage:
    """A new page; 409 where the shop has one of that slug"""
    with tenant.staff() as session:
        return _kept(session, StaticPage(shop_id=tenant.shop_id(session), **given))


@blueprint.put(PAGE)
@blueprint.arguments(PageEdit)
@blueprint.response(200, PageSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def edit_page(given: dict[str, Any], page: str) -> StaticPage:
    """Change a page, by its id (or its slug)"""
    with tenant.staff() as session:
        return _changed(session, _page(session, page), given)


@blueprint.delete(PAGE)
@blueprint.response(204)
@blueprint.alt_response(404, "NOT_FOUND")
def delete_page(page: str) -> None:
    """Take a page away, by its id (or its slug)"""
    with tenant.staff() as session:
        session.delete(_page(session, page))


def _faq(session: Session, faq_id: int) -> Faq:
    return existing(session.get(Faq, faq_id))


def _page(session: Session, key: str) -> StaticPage:
    """A slug has a letter, an id has none: one path serves both."""
    query = select(StaticPage).where(StaticPage.shop_id == tenant.shop_id(session))
    by_id = key.isascii() and key.isdecimal() and len(key) < 17 and int(key) <= LARGEST_ID
    query = query.where(StaticPage.id == int(key)) if by_id else query.where(StaticPage.slug == key)
    return existing(None if "\0" in key else session.scalar(query))


def _changed(session: Session, row: Row, given: dict[str, Any]) -> Row:
    for name, value in given.items():
        setattr(row, name, value)
    return _kept(session, row)


def _kept(session: Session, row: Row) -> Row:
    """The row as it is now in the database. Raises Conflict where its slug is taken."""
    session.add(row)
    taken.flush(session)
    session.refresh(row)
    return row
