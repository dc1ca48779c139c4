"""One more line for an order whose goods are not cut yet."""

from sqlalchemy.orm import Session

from models import Order
from shop import history, pricing, stock
from shop.actor import Actor
from shop.errors import Conflict
from shop.order_draft import DraftItem
from shop.order_edit import charge
from shop.order_lines import line, orderable
from shop.positions import HELD, position
from shop.pricing import Totals


def add(session: Session, order: Order, item: DraftItem, *, actor: Actor) -> None:
    """At today's price; reservations and totals follow, and the delivery never gets dearer by it.

    The caller holds the lock of the order's row. Raises Invalid, Conflict, Shortage.
    """
    if position(order.status) != HELD:
        raise Conflict(f"Nothing can be added to an order that is {order.status}")
    shop, products = orderable(session, order.shop_id, [("product_id", item.product_id)])
    product = products[item.product_id]
    more = line(item, product)
    more.order_id = order.id
    session.add(more)
    session.expire(order, ["items"])
    price = pricing.totals(shop, order.delivery_type, order.subtotal + more.total)
    delivery = min(order.delivery_cost, price.delivery_cost) if order.origin == "shop" else order.delivery_cost
    total = price.subtotal + delivery + order.surcharge
    charge(session, order, Totals(price.subtotal, delivery, total), actor=actor)
    history.record(session, order, "items", None, f"{product.name} × {item.quantity}", actor=actor)
    stock.rebook(session, order, actor=actor)
