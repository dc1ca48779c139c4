"""How an order comes into being: checked, priced, its goods promised and its number given, in one transaction."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from models import Order, OrderItem, OrderReservation, Shop
from shop import availability, history, order_number, pricing, tracking
from shop.actor import Actor
from shop.delivery_time import refuse_impossible
from shop.order_draft import Draft, DraftItem, checked
from shop.order_lines import asked_for, line, orderable, product_fields

__all__ = ["Draft", "DraftItem", "place"]


def place(session: Session, shop: Shop, draft: Draft, *, actor: Actor) -> Order:
    """A new order of the shop, flushed. The number of queries does not depend on the number of lines.

    Raises Invalid (fields named), Shortage, and Conflict for products the mirrored site does not know.
    """
    draft = checked(draft)
    refuse_impossible(shop, draft.delivery_type, draft.delivery_date, draft.delivery_time, datetime.now(UTC))
    _, products = orderable(session, shop.id, product_fields(draft.items))
    needed = availability.secure(session, asked_for(draft.items, products))
    order = _order(shop, draft, [line(item, products[item.product_id]) for item in draft.items])
    order.number = order_number.taken(order)
    order.tracking_id = tracking.some_free()
    session.add(order)
    session.flush()
    for item_id, quantity in needed.items():
        session.add(OrderReservation(order_id=order.id, warehouse_item_id=item_id, quantity=quantity))
    history.record(session, order, "order", None, "created", actor=actor)
    session.flush()
    return order


def _order(shop: Shop, draft: Draft, items: list[OrderItem]) -> Order:
    price = pricing.totals(shop, draft.delivery_type, sum(item.total for item in items))
    return Order(
        shop_id=shop.id,
        customer_name=draft.customer_name.strip(),
        customer_phone=draft.phone,
        customer_email=draft.customer_email,
        recipient_name=draft.recipient_name,
        recipient_phone=draft.recipient_phone,
        delivery_type=draft.delivery_type,
        delivery_address=draft.delivery_address,
        delivery_date=draft.delivery_date,
        delivery_time=draft.delivery_time,
        comment=draft.comment,
        postcard_text=draft.postcard_text,
        delivery_notes=draft.delivery_notes,
        pickup_address=draft.pickup_address,
        payment_method=draft.payment_method,
        is_surprise=draft.is_surprise,
        anonymous_sender=draft.anonymous_sender,
        ask_delivery_address=draft.ask_delivery_address,
        ask_delivery_time=draft.ask_delivery_time,
        items=items,
        **price._asdict(),
    )
