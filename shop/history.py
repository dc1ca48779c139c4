"""The one way a row gets into an order's history."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from models import Order, OrderHistory
from shop.actor import Actor


def record(
    session: Session,
    order: Order,
    field: str,
    old: Any,
    new: Any,
    *,
    actor: Actor,
    forced: bool = False,
    note: str | None = None,
) -> None:
    """Adds the row; nothing is flushed. The order must have its id."""
    session.add(
        OrderHistory(
            order_id=order.id,
            actor_kind=actor.kind,
            actor_id=actor.id,
            field=field,
            old_value=_text(old),
            new_value=_text(new),
            forced=forced,
            note=note,
        )
    )


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
