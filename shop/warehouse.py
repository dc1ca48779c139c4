"""The shelf as people see it: what came, what broke, what went over the counter, and what things cost.

Each function locks the item's row and leaves it locked until the transaction ends. Of another shop's item, and of
one taken off the list, they raise NotFound: the session is of one shop.
"""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Order, OrderReservation, Product, ProductRecipe, WarehouseItem
from shop import shelf
from shop.actor import Actor
from shop.errors import Conflict, Lack, NotFound, Shortage
from shop.operations import book, reprice
from shop.shelf import Shelf

PRICES = ("cost_price", "retail_price")
NAMED = 20  # of those in the way of a removal; a message is for people


def add(
    session: Session,
    shop_id: int,
    *,
    name: str,
    quantity: int = 0,
    cost_price: int = 0,
    retail_price: int = 0,
    min_quantity: int = 0,
    actor: Actor,
) -> WarehouseItem:
    """A new item, flushed; what is there of it already is its first delivery."""
    item = WarehouseItem(
        shop_id=shop_id,
        name=name,
        quantity=0,
        cost_price=cost_price,
        retail_price=retail_price,
        min_quantity=min_quantity,
    )
    session.add(item)
    session.flush()
    if quantity:
        _bring(session, item, quantity, "opening balance", actor)
    return item


def edit(
    session: Session,
    item_id: int,
    *,
    name: str | None = None,
    min_quantity: int | None = None,
    cost_price: int | None = None,
    retail_price: int | None = None,
    actor: Actor,
) -> WarehouseItem:
    """None leaves a value as it is. A new price is an operation of its own, which changes no balance."""
    item, _ = _locked(session, item_id)
    if name is not None:
        item.name = name
    if min_quantity is not None:
        item.min_quantity = min_quantity
    for price, new in zip(PRICES, (cost_price, retail_price), strict=True):
        if new is not None:
            reprice(session, item, price, new, actor=actor)
    return item


def deliver(
    session: Session,
    item_id: int,
    quantity: int,
    *,
    cost_price: int | None = None,
    reason: str | None = None,
    actor: Actor,
) -> WarehouseItem:
    """More of it came; the price it came at is its cost price from now on."""
    item, _ = _locked(session, item_id)
    _bring(session, item, quantity, reason, actor)
    if cost_price is not None:
        reprice(session, item, "cost_price", cost_price, actor=actor)
    return item


def write_off(session: Session, item_id: int, quantity: int, reason: str, *, actor: Actor) -> WarehouseItem:
    """Broken or withered flowers are a fact, though they were promised: only what is not there cannot be lost.

    Raises Shortage.
    """
    item, _ = _locked(session, item_id)
    _refuse_beyond(item, quantity, item.quantity)
    book(session, item, "writeoff", -quantity, actor=actor, reason=reason)
    return item


def sell(
    session: Session, item_id: int, quantity: int, *, reason: str | None = None, actor: Actor
) -> WarehouseItem:
    """Over the counter, without an order: never what is promised to one. Raises Shortage."""
    item, free = _locked(session, item_id)
    _refuse_beyond(item, quantity, free)
    book(session, item, "sale", -quantity, actor=actor, reason=reason)
    return item


def set_picture(session: Session, item_id: int, key: str | None) -> str | None:
    """None takes it away. Returns the key of the picture before."""
    item, _ = _locked(session, item_id)
    former, item.image = item.image, key
    return former


def remove(session: Session, item_id: int) -> None:
    """Takes the item off the list; its operations stay. Raises Conflict, which names what still needs it."""
    item, _ = _locked(session, item_id)
    orders, products = _reserved_by(session, item_id), _part_of(session, item_id)
    errors = {}
    if orders:
        errors["reservations"] = [f"reserved for order {number}" for number in orders]
    if products:
        errors["recipes"] = [f"part of {name}" for name in products]
    if errors:
        said = "; ".join(text for texts in errors.values() for text in texts)
        raise Conflict(f"{item.name} is still needed: {said}", errors)
    item.deleted_at = datetime.now(UTC)


def _locked(session: Session, item_id: int) -> tuple[WarehouseItem, int]:
    """The item, and how much of it nobody was promised."""
    item = shelf.lock(session, [item_id]).get(item_id)
    if item is None or item.deleted_at is not None:
        raise NotFound("Not found")
    return item, Shelf({item_id: item}, shelf.promised(session, [item_id])).free(item_id)


def _bring(session: Session, item: WarehouseItem, quantity: int, reason: str | None, actor: Actor) -> None:
    book(session, item, "delivery", quantity, actor=actor, reason=reason)
    item.last_delivery_at = datetime.now(UTC)


def _refuse_beyond(item: WarehouseItem, asked: int, available: int) -> None:
    if asked > available:
        raise Shortage([Lack("quantity", item.name, asked, available)])


def _reserved_by(session: Session, item_id: int) -> list[str]:
    query = select(Order.number).join(OrderReservation, OrderReservation.order_id == Order.id)
    return list(
        session.scalars(query.where(OrderReservation.warehouse_item_id == item_id).order_by(Order.id).limit(NAMED))
    )


def _part_of(session: Session, item_id: int) -> list[str]:
    query = select(Product.name).join(ProductRecipe, ProductRecipe.product_id == Product.id)
    uses = query.where(ProductRecipe.warehouse_item_id == item_id, Product.deleted_at.is_(None))
    return list(session.scalars(uses.order_by(Product.id).limit(NAMED)))
