"""Make an order of ours out of one that was made on the site."""

import html
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from bitrix.wire.order import SiteOrder
from models import Order, OrderItem, SyncLink
from shop import clients, history, tracking
from shop.actor import Actor
from sync.agreement import remember
from sync.links import make_link, wake_parked
from sync.orders.values import COLUMNS, ours, theirs
from sync.rules import Rules


class CannotImport(Exception):
    """The order is there but cannot become one of ours; the message says why."""


def import_order(session: Session, rules: Rules, shop_id: int, site: SiteOrder) -> tuple[Order, SyncLink]:
    """Import under the entity's lock. It never touches stock and shows the site's number."""
    values, rejected = theirs(site, None, rules.statuses)
    if "status" not in values:
        raise CannotImport(rejected.get("status", "the site gives no status"))
    order = Order(shop_id=shop_id, origin="site", tracking_id=tracking.draw(session)[0], items=_items(values))
    order.bitrix_order_id, order.number = site.id, site.number or str(site.id)
    order.bitrix_status = values["status"]
    order.status = str(rules.statuses.from_bitrix(values["status"]))
    _fill(order, values)
    _price(order, values)
    session.add(order)
    session.flush()
    clients.meet(session, order)
    history.record(session, order, "order", None, "imported", actor=Actor.bitrix())
    link = make_link(session, shop_id, "order", site.id, order.id)
    link.rejected = rejected
    link.site_updated_at = site.updated_at
    remember(link, ours(order, values, rules.statuses), values)
    wake_parked(session, shop_id, "order", site.id)
    return order, link


def _fill(order: Order, values: dict[str, Any]) -> None:
    for name, column in COLUMNS.items():
        setattr(order, column, values.get(name))
    order.delivery_date = date.fromisoformat(values["date"]) if values.get("date") else None
    order.customer_email = values.get("sender_email")
    order.comment = values.get("comment")
    order.postcard_text = html.unescape(values["postcard"]) if values.get("postcard") else None
    order.delivery_type = "pickup" if values.get("pickup") else "scheduled"
    if values.get("created"):
        order.created_at = values["created"]


def _items(values: dict[str, Any]) -> list[OrderItem]:
    return [
        OrderItem(name=name, quantity=quantity, price=price, total=price * quantity)
        for name, quantity, price in values.get("items") or []
    ]


def _price(order: Order, values: dict[str, Any]) -> None:
    order.subtotal = sum(item.total for item in order.items)
    order.delivery_cost = values.get("delivery_price") or 0
    order.total = values.get("total") or order.subtotal + order.delivery_cost
