"""Which orders somebody sees: their shop's, and of those a courier only the own deliveries."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, true, union
from sqlalchemy.orm import Session, selectinload

from models import Order
from web.caller import Caller
from web.filters import containing, equal, phone
from web.pagination import Page, by_number, newest_first
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
    if who.is_courier:
        query = query.where(Order.courier_id == who.id)
    return query.options(selectinload(Order.items))


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
    if called := asked.get("phone", "").strip():
        query = query.where(phone(called, Order.customer_phone, Order.recipient_phone))
    return query.where(_said(asked.get("search", "")))


def page_of(session: Session, query: Select[Order], asked: Mapping[str, Any], total: int | None) -> Page:
    """`total`: where it is known without counting. Raises Problem 422 for a cursor of another sorting."""
    if places := SORTS.get(asked["sort"]):
        return by_number(session, query, places, asked, total=total)
    return newest_first(session, query, Order.created_at, Order.id, asked, total=total)


def _said(words: str) -> ColumnElement[bool]:
    words = words.strip()
    if not words:
        return true()
    found = select(func.orders_that_say(containing(words)))
    if words.isascii() and words.isdecimal() and int(words) <= LARGEST_ID:
        return Order.id.in_(union(found, select(Order.id).where(Order.bitrix_order_id == int(words))))
    return Order.id.in_(found)
