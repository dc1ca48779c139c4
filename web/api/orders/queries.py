"""Which orders somebody sees: their shop's, and of those a courier only the own deliveries."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, false, func, or_, select, true
from sqlalchemy.orm import Session

from models import Order
from shop.search import containing, found
from web import plain
from web.caller import Caller
from web.filters import called, equal
from web.pagination import Page, Total, plain_rows, plain_rows_by_number
from web.schemas.fields import LARGEST_ID

EQUAL = {
    "status": Order.status,
    "responsible": Order.responsible_id,
    "courier": Order.courier_id,
    "type": Order.delivery_type,
}

# Besides `-created_at`, which is newest first: the index of each finds a page.
SORTS = {
    "created_at": (Order.created_at, Order.id),
    "delivery_date": (Order.delivery_date, Order.id),
    "-delivery_date": (Order.delivery_date.desc(), Order.id.desc()),
}


def visible_to(who: Caller, shop_id: int) -> Select[Order]:
    query = select(Order).where(Order.shop_id == shop_id, Order.deleted_at.is_(None))
    return query.where(Order.courier_id == who.id) if who.is_courier else query


def filtered(query: Select[Order], who: Caller, asked: Mapping[str, Any]) -> Select[Order]:
    """Of these the orders that fit every filter of `asked`; absent filters fit all."""
    query = equal(query, asked, **EQUAL)
    if asked.get("assigned_to_me"):
        query = query.where(or_(Order.responsible_id == who.id, Order.courier_id == who.id))
    if "problem" in asked:
        query = query.where(Order.problem_reason.is_not(None) == asked["problem"])
    if "delivery_from" in asked:
        query = query.where(Order.delivery_date >= asked["delivery_from"])
    if "delivery_to" in asked:
        query = query.where(Order.delivery_date <= asked["delivery_to"])
    if words := asked.get("phone", "").strip():
        query = query.where(_called(called(words)))
    return query.where(_said(asked.get("search", "")))


def page_of(
    session: Session, shown: plain.Columns, query: Select[Order], asked: Mapping[str, Any], total: Total
) -> Page:
    """`total`: where it is known without counting. Raises Problem 422 for a cursor of another sorting."""
    if places := SORTS.get(asked["sort"]):
        return plain_rows_by_number(session, shown, query, places, asked, total)
    return plain_rows(session, shown, query, (Order.created_at, Order.id), asked, total)


def _said(words: str) -> ColumnElement[bool]:
    words = words.strip()
    if not words:
        return true()
    saying = select(func.orders_that_say(containing(words)))
    if words.isascii() and words.isdecimal() and int(words) <= LARGEST_ID:
        return found(Order.id, saying, select(Order.id).where(Order.bitrix_order_id == int(words)))
    return found(Order.id, saying)


def _called(phone: str) -> ColumnElement[bool]:
    """`phone` is a whole one or the digits of a part."""
    if phone.startswith("+"):
        return or_(Order.customer_phone == phone, Order.recipient_phone == phone)
    return found(Order.id, select(func.orders_called(containing(phone)))) if phone else false()
