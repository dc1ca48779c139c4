"""Changes of an order other than its status: columns and lines, each with its history row."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from models import Order, OrderItem
from shop import clients, history, stock
from shop.actor import Actor
from shop.errors import Invalid

# These have rules of their own, or are nobody's to change.
NOT_FIELDS = frozenset(
    {"id", "shop_id", "uuid", "origin", "status", "subtotal", "delivery_cost", "total", "version"}
)


@dataclass(frozen=True)
class Line:
    """One line of an order as it should be; `price` of one piece in minor units."""

    name: str
    quantity: int
    price: int
    product_id: int | None = None


def change_fields(
    session: Session,
    order: Order,
    values: Mapping[str, Any],
    *,
    actor: Actor,
    note: str | None = None,
) -> list[str]:
    """Sets columns to values of their own Python type; returns the names of those that really changed.

    Raises ValueError for a column that may not be set this way: that is a mistake of the caller, not of a user.
    """
    refused = [name for name in values if name in NOT_FIELDS or name not in Order.__table__.c]
    if refused:
        raise ValueError(f"not fields to be set on an order: {', '.join(refused)}")
    changed = [name for name, value in values.items() if getattr(order, name) != value]
    for name in changed:
        history.record(session, order, name, getattr(order, name), values[name], actor=actor, note=note)
        setattr(order, name, values[name])
    if "customer_phone" in changed:
        clients.meet(session, order)
    return changed


def replace_items(session: Session, order: Order, lines: Sequence[Line], *, actor: Actor) -> bool:
    """Makes the order's lines these; totals and reservations follow, the price of the delivery stays.

    A line without a product keeps the one (and the requests) of the old line of the same name: the site's lines
    carry no product id. False: they were so already. Raises Invalid, and Shortage unless the site asks.
    """
    _check(lines)
    known = {item.name: item for item in order.items}
    items = [_item(line, known.get(line.name)) for line in lines]
    before, after = _described(order.items), _described(items)
    if before == after:
        return False
    order.items = items
    order.subtotal = sum(item.total for item in items)
    order.total = order.subtotal + order.delivery_cost + order.surcharge
    flag_modified(order, "subtotal")  # the version grows even where the sum came out the same
    stock.rebook(session, order, actor=actor)
    history.record(session, order, "items", before, after, actor=actor)
    return True


def _check(lines: Sequence[Line]) -> None:
    errors: dict[str, list[str]] = {} if lines else {"items": ["must not be empty"]}
    for index, line in enumerate(lines):
        if line.quantity < 1:
            errors[f"items.{index}.quantity"] = ["must be at least 1"]
        if line.price < 0:
            errors[f"items.{index}.price"] = ["must not be negative"]
    if errors:
        raise Invalid("The lines of the order are wrong", errors)


def _item(line: Line, known: OrderItem | None) -> OrderItem:
    return OrderItem(
        product_id=line.product_id or (known.product_id if known else None),
        name=line.name,
        price=line.price,
        quantity=line.quantity,
        total=line.price * line.quantity,
        special_requests=known.special_requests if known else None,
    )


def _described(items: Sequence[OrderItem]) -> str:
    """The lines as JSON: what history keeps, and what tells whether anything changed."""
    lines = [
        {"name": item.name, "quantity": item.quantity, "price": item.price, "product_id": item.product_id}
        for item in items
    ]
    return json.dumps(lines, ensure_ascii=False)
