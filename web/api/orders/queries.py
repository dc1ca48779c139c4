"""Which orders somebody sees: their shop's, and of those a courier only the own deliveries."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, Select, Text, bindparam, cast, false, func, literal_column, or_, select
from sqlalchemy.orm import Session, aliased

from models import Order, OrderWords
from models.tenancy import SHOP
from shop import search
from web import plain
from web.caller import Caller
from web.filters import called
from web.listing import Listing, Narrow
from web.pagination import Page
from web.schemas.fields import LARGEST_ID

# Besides `-created_at`, which is newest first: the index of each finds a page.
SORTS = {
    "created_at": (Order.created_at, Order.id),
    "delivery_date": (Order.delivery_date, Order.id),
    "-delivery_date": (Order.delivery_date.desc(), Order.id.desc()),
}
DIGITS = cast(bindparam("said_in_digits"), Text)
ANYTHING = literal_column("'%'", Text)
NUMBERED = aliased(Order, name="numbered")
BY_NUMBER = select(NUMBERED.id).where(
    NUMBERED.shop_id == SHOP, NUMBERED.bitrix_order_id == cast(DIGITS, BigInteger)
)
WORDS = search.here(OrderWords)
IN_WORDS = Narrow(
    select(WORDS).where(WORDS.shop_id == SHOP),
    (WORDS.created_at, WORDS.id),
    {
        "said": WORDS.said.like(search.as_searched(cast(bindparam("said"), Text))),
        "said_in_digits": or_(
            WORDS.said.like(select(ANYTHING + DIGITS + ANYTHING).scalar_subquery()),
            WORDS.id == BY_NUMBER.scalar_subquery(),
        ),
    },
)
CONDITIONS = {
    "status": Order.status == bindparam("status"),
    "responsible": Order.responsible_id == bindparam("responsible"),
    "courier": Order.courier_id == bindparam("courier"),
    "type": Order.delivery_type == bindparam("type"),
    "delivered_by": Order.courier_id == bindparam("delivered_by"),
    "assigned_to": or_(
        Order.responsible_id == bindparam("assigned_to"), Order.courier_id == bindparam("assigned_to")
    ),
    "with_problem": Order.problem_reason.is_not(None),
    "without_problem": Order.problem_reason.is_(None),
    "delivery_from": Order.delivery_date >= bindparam("delivery_from"),
    "delivery_to": Order.delivery_date <= bindparam("delivery_to"),
    "phone": or_(Order.customer_phone == bindparam("phone"), Order.recipient_phone == bindparam("phone")),
    "part_of_phone": search.found(Order, search.told(func.orders_called(bindparam("part_of_phone")))),
    "no_phone": false(),
    **{name: search.among(Order, IN_WORDS.ids(name)) for name in IN_WORDS.conditions},
}
AS_ASKED = ("status", "responsible", "courier", "type", "delivery_from", "delivery_to")
TALLIES = {"": "orders", "status": "orders by status"}
OPPOSITES = {"without_problem": "with_problem"}
UNORDERED = frozenset({"said", "said_in_digits", "phone", "part_of_phone"})


def visible_to(who: Caller, shop_id: int) -> Select[Order]:
    query = select(Order).where(Order.shop_id == shop_id, Order.deleted_at.is_(None))
    return query.where(Order.courier_id == who.id) if who.is_courier else query


def page_of(session: Session, shown: plain.Columns, who: Caller, asked: Mapping[str, Any]) -> Page:
    """Those that fit every filter of `asked`; absent filters fit all. Raises Problem 422 for a cursor of another
    sorting.
    """
    return _listing(tuple(shown)).page(session, _wanted(who, asked), asked)


@lru_cache(maxsize=8)
def _listing(shown: tuple[Any, ...]) -> Listing:
    rows = select(Order).where(Order.shop_id == SHOP, Order.deleted_at.is_(None))
    place = (Order.created_at, Order.id)
    return Listing(list(shown), rows, place, CONDITIONS, TALLIES, OPPOSITES, UNORDERED, SORTS, IN_WORDS)


def _wanted(who: Caller, asked: Mapping[str, Any]) -> dict[str, Any]:
    wanted = {name: asked[name] for name in AS_ASKED if name in asked}
    if who.is_courier:
        wanted["delivered_by"] = who.id
    if asked.get("assigned_to_me"):
        wanted["assigned_to"] = who.id
    if "problem" in asked:
        wanted["with_problem" if asked["problem"] else "without_problem"] = True
    return wanted | _called(asked.get("phone", "").strip()) | _said(asked.get("search", "").strip())


def _said(words: str) -> dict[str, Any]:
    if words.isascii() and words.isdecimal() and int(words) <= LARGEST_ID:
        return {"said_in_digits": words}
    return {"said": search.containing(words)} if words else {}


def _called(words: str) -> dict[str, Any]:
    phone = called(words)
    if phone.startswith("+"):
        return {"phone": phone}
    if phone:
        return {"part_of_phone": search.containing(phone)}
    return {"no_phone": True} if words else {}
