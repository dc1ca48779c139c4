"""What is shown of orders, as columns: the settings say where they are tracked, where photos are, and what the
statuses of the site mean.
"""

from functools import lru_cache
from typing import Any

from sqlalchemy import Select, SQLColumnExpression, bindparam, func, literal, literal_column, null, select

from bitrix.wire.status import StatusTable
from models import Order, OrderItem, OrderNote, OrderPhoto
from models.tenancy import SHOP
from web import order_agreement, pictures, plain
from web.configuration import settings, statuses
from web.schemas.order import NoteSchema, OrderItemSchema, OrderSchema, PhotoSchema, WholeOrderSchema

ITEMS = plain.rows_as_json(OrderItemSchema, OrderItem, OrderItem.order_id == Order.id, OrderItem.id)
NOTES = plain.rows_as_json(NoteSchema, OrderNote, OrderNote.order_id == Order.id, OrderNote.id)


def of_each() -> plain.Columns:
    """In a list."""
    return _of_each(settings().tracking_url, statuses())


def whole(of_courier: bool) -> Select[Any]:
    """The order `order_id` of the shop `shop_id` with its notes and photo; of `courier_id`, if it is to be."""
    return _whole(settings().tracking_url, statuses(), pictures.url(""), of_courier)


@lru_cache(maxsize=8)
def _of_each(tracking_url: str | None, table: StatusTable) -> plain.Columns:
    return plain.columns(OrderSchema, Order, **_made(tracking_url, table))


@lru_cache(maxsize=16)
def _whole(tracking_url: str | None, table: StatusTable, pictures_url: str, of_courier: bool) -> Select[Any]:
    made = _made(tracking_url, table)
    shown = plain.columns(WholeOrderSchema, Order, notes=NOTES, photo=_photo(pictures_url), **made)
    it = (Order.id == bindparam("order_id"), Order.shop_id == SHOP, Order.deleted_at.is_(None))
    query = select(Order).where(*it).with_only_columns(*shown)
    return query.where(Order.courier_id == bindparam("courier_id")) if of_courier else query


def _made(tracking_url: str | None, table: StatusTable) -> dict[str, SQLColumnExpression[Any]]:
    url = literal(f"{tracking_url}/") + Order.tracking_id if tracking_url else null()
    return {"items": ITEMS, "tracking_url": url, "sync": order_agreement.as_json(table)}


def _photo(pictures_url: str) -> SQLColumnExpression[Any]:
    shown = plain.columns(PhotoSchema, OrderPhoto, url=literal(pictures_url) + OrderPhoto.key)
    photo = plain.row_as_json(select(*shown).where(OrderPhoto.order_id == Order.id))
    return func.coalesce(photo, literal_column("'null'"))
