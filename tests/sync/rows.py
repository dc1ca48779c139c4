"""Rows as they stand in the database now, for assertions."""

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models import Order, OrderHistory, Outbox, Product, SyncConflict, SyncLink, WebhookEvent, begin


def debt(kind: str, key: object) -> Outbox:
    with begin() as session:
        return session.scalars(select(Outbox).where(Outbox.kind == kind, Outbox.key == str(key))).one()


def debts(kind: str) -> list[Outbox]:
    with begin() as session:
        return list(session.scalars(select(Outbox).where(Outbox.kind == kind).order_by(Outbox.id)))


def link(kind: str, bitrix_id: int) -> SyncLink:
    found = find_link(kind, bitrix_id)
    assert found is not None
    return found


def find_link(kind: str, bitrix_id: int) -> SyncLink | None:
    with begin() as session:
        return session.scalar(select(SyncLink).where(SyncLink.kind == kind, SyncLink.bitrix_id == bitrix_id))


def product(bitrix_id: int) -> Product:
    with begin() as session:
        wanted = select(Product).where(Product.bitrix_id == bitrix_id).options(selectinload(Product.images))
        return session.scalars(wanted).one()


def order(bitrix_id: int) -> Order:
    with begin() as session:
        wanted = select(Order).where(Order.bitrix_order_id == bitrix_id).options(selectinload(Order.items))
        return session.scalars(wanted).one()


def orders() -> list[Order]:
    with begin() as session:
        return list(session.scalars(select(Order).order_by(Order.id)))


def history(order_id: int, field: str | None = None) -> list[OrderHistory]:
    with begin() as session:
        wanted = select(OrderHistory).where(OrderHistory.order_id == order_id).order_by(OrderHistory.id)
        return [row for row in session.scalars(wanted) if field in (None, row.field)]


def conflicts() -> list[SyncConflict]:
    with begin() as session:
        return list(session.scalars(select(SyncConflict).order_by(SyncConflict.field)))


def events() -> list[WebhookEvent]:
    with begin() as session:
        return list(session.scalars(select(WebhookEvent).order_by(WebhookEvent.id)))
