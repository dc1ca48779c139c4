"""What orders tell of clients, counted by SQL whenever it is asked for. A cancelled order tells nothing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Row, Select, SQLColumnExpression, and_, cast, func, select
from sqlalchemy.orm import Session

from models import Client, Order, OrderItem
from shop import tallies

MOST = 5  # favourites and recipients that are shown
TOP = 10


@dataclass(frozen=True)
class Figures:
    """Of one client. Money in minor units."""

    orders_count: int = 0
    total_spent: int = 0
    last_order_at: datetime | None = None

    @property
    def average_order(self) -> int:
        return self.total_spent // self.orders_count if self.orders_count else 0


def of_clients(session: Session, shop_id: int, phones: Collection[str]) -> Mapping[str, Figures]:
    """By phone, in one query; somebody who never ordered is missing."""
    rows = session.execute(
        select(Order.customer_phone, *_figures())
        .where(_counts(shop_id), Order.customer_phone.in_(phones))
        .group_by(Order.customer_phone)
    )
    return {phone: Figures(count, spent, last) for phone, count, spent, last in rows}


def of_each() -> Select[Any]:
    """One row as `Figures` is, of the client that a query around this one is at."""
    count, spent, _ = figures = _figures()
    average = func.coalesce(spent // func.nullif(count, 0), 0).label("average_order")
    its_own = and_(_counts(Client.shop_id), Order.customer_phone == Client.phone)
    return select(*figures, average).where(its_own).correlate(Client)


def favourites(session: Session, shop_id: int, phone: str) -> Sequence[Row]:
    """(name, product_id, quantity) of what the client bought most, by the name as sold."""
    quantity = func.sum(OrderItem.quantity).label("quantity")
    return session.execute(
        select(OrderItem.name, func.max(OrderItem.product_id).label("product_id"), quantity)
        .join(Order, Order.id == OrderItem.order_id)
        .where(_counts(shop_id), Order.customer_phone == phone)
        .group_by(OrderItem.name)
        .order_by(quantity.desc(), OrderItem.name)
        .limit(MOST)
    ).all()


def recipients(session: Session, shop_id: int, phone: str) -> Sequence[Row]:
    """(phone, name, orders_count) of those the client sends flowers to most; the client is none of them."""
    count = func.count().label("orders_count")
    return session.execute(
        select(Order.recipient_phone.label("phone"), func.max(Order.recipient_name).label("name"), count)
        .where(_counts(shop_id), Order.customer_phone == phone, Order.recipient_phone != phone)
        .group_by(Order.recipient_phone)
        .order_by(count.desc(), Order.recipient_phone)
        .limit(MOST)
    ).all()


def known(session: Session, shop_id: int) -> int:
    return tallies.total(session, shop_id, "clients")


def new(session: Session, shop_id: int, since: datetime) -> int:
    """Clients who became one since then."""
    of_them = select(func.count()).where(Client.shop_id == shop_id, Client.created_at >= since)
    return session.scalar(of_them) or 0


def returning(session: Session, shop_id: int) -> Row:
    """(ordered, repeat): customers who ordered, and of them those who did more than once."""
    of_each = _by_customer(select(func.count().label("orders")), shop_id).subquery()
    repeat = func.count().filter(of_each.c.orders > 1)
    return session.execute(select(func.count().label("ordered"), repeat.label("repeat")).select_from(of_each)).one()


def top(session: Session, shop_id: int, since: datetime) -> Sequence[Row]:
    """(id, phone, name, orders_count, total_spent, last_order_at) of those who spent most since then."""
    best = (
        _by_customer(select(Order.customer_phone, *_figures()), shop_id)
        .where(Order.created_at >= since)
        .order_by(func.sum(Order.total).desc(), Order.customer_phone)
        .limit(TOP)
        .subquery()
    )
    return session.execute(
        select(Client.id, Client.phone, Client.name, best.c.orders_count, best.c.total_spent, best.c.last_order_at)
        .join(best, and_(Client.shop_id == shop_id, Client.phone == best.c.customer_phone))
        .order_by(best.c.total_spent.desc(), Client.phone)
    ).all()


def _by_customer(query: Select[Any], shop_id: int) -> Select[Any]:
    return query.where(_counts(shop_id), Order.customer_phone.is_not(None)).group_by(Order.customer_phone)


def _figures() -> tuple[ColumnElement[Any], ...]:
    return (
        func.count().label("orders_count"),
        cast(func.coalesce(func.sum(Order.total), 0), BigInteger).label("total_spent"),
        func.max(Order.created_at).label("last_order_at"),
    )


def _counts(shop_id: int | SQLColumnExpression[int]) -> ColumnElement[bool]:
    return and_(Order.shop_id == shop_id, Order.deleted_at.is_(None), Order.status != "cancelled")
