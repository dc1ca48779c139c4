"""How an order comes into being: checked, priced, its goods promised and its number given, in one transaction."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Order, OrderItem, OrderReservation, Product, Shop
from shop import availability, clients, history, order_number, pricing, tracking
from shop.actor import Actor
from shop.availability import Asked
from shop.errors import Conflict, Invalid
from shop.order_draft import Draft, DraftItem, checked

__all__ = ["Draft", "DraftItem", "place"]


def place(session: Session, shop: Shop, draft: Draft, *, actor: Actor) -> Order:
    """A new order of the shop, flushed. The number of queries does not depend on the number of lines.

    Raises Invalid (fields named), Shortage, and Conflict for products the mirrored site does not know.
    """
    draft = checked(draft)
    products = _products(session, shop, draft)
    needed = availability.secure(
        session,
        [
            Asked(f"items.{index}.quantity", item.product_id, products[item.product_id].name, item.quantity)
            for index, item in enumerate(draft.items)
        ],
    )
    order = _order(shop, draft, [_line(item, products[item.product_id]) for item in draft.items])
    (order.tracking_id,) = tracking.draw(session)
    clients.meet(session, order)
    order.number = order_number.take(session, shop.id)
    session.add(order)
    session.flush()
    for item_id, quantity in needed.items():
        session.add(OrderReservation(order_id=order.id, warehouse_item_id=item_id, quantity=quantity))
    history.record(session, order, "order", None, "created", actor=actor)
    session.flush()
    return order


def _products(session: Session, shop: Shop, draft: Draft) -> Mapping[int, Product]:
    """The products asked for by id, all of them of this shop and on sale.

    They are locked as the lines' foreign keys would lock them anyway, only earlier: product rows come before
    warehouse rows everywhere, or two transactions could wait for each other.
    """
    wanted = {item.product_id for item in draft.items}
    found = session.scalars(
        select(Product)
        .where(Product.shop_id == shop.id, Product.id.in_(wanted))
        .order_by(Product.id)
        .with_for_update(read=True, key_share=True)
    )
    products = {product.id: product for product in found}
    errors = {}
    for field, product_id in _fields(draft):
        if product_id not in products:
            errors[field] = ["no such product"]
        elif not products[product_id].enabled:
            errors[field] = [f"{products[product_id].name} is not on sale"]
    if errors:
        raise Invalid("Some products cannot be ordered", errors)
    if shop.mirrors_bitrix:
        _refuse_local(draft, products)
    return products


def _refuse_local(draft: Draft, products: Mapping[int, Product]) -> None:
    """An order with a product the site does not know could never be created there."""
    local = [(field, products[id].name) for field, id in _fields(draft) if products[id].bitrix_id is None]
    if local:
        names = ", ".join(dict.fromkeys(name for _, name in local))
        raise Conflict(
            f"The site does not know these products: {names}",
            {field: [f"the site does not know {name}"] for field, name in local},
        )


def _fields(draft: Draft) -> list[tuple[str, int]]:
    return [(f"items.{index}.product_id", item.product_id) for index, item in enumerate(draft.items)]


def _line(item: DraftItem, product: Product) -> OrderItem:
    return OrderItem(
        product_id=product.id,
        name=product.name,
        price=product.price,
        quantity=item.quantity,
        total=product.price * item.quantity,
        special_requests=item.special_requests,
    )


def _order(shop: Shop, draft: Draft, items: list[OrderItem]) -> Order:
    price = pricing.totals(shop, draft.delivery_type, items)
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
        items=items,
        **price._asdict(),
    )
