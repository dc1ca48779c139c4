"""Counting the shelf: what the books said when it was counted, what was there, and booking the difference.

What is booked is the difference that the count found, not the count itself: what came and went between the count
and the booking is in the books already and stays there.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import InventoryCheck, InventoryCheckItem, WarehouseItem
from shop import shelf
from shop.actor import Actor
from shop.errors import Conflict, Invalid, NotFound
from shop.operations import book


class Count(NamedTuple):
    """One line of a count.

    `snapshot` is what the books said when this item was counted; None: what they say now.
    """

    warehouse_item_id: int
    counted: int
    snapshot: int | None = None


def make(
    session: Session, shop_id: int, counts: Sequence[Count], *, comment: str | None = None, actor: Actor
) -> InventoryCheck:
    """A check to be applied later, flushed. Raises Invalid for items unknown or counted twice."""
    balances = _balances(session, {count.warehouse_item_id for count in counts})
    _refuse_wrong(counts, balances)
    check = InventoryCheck(
        shop_id=shop_id, user_id=actor.user_id, comment=comment, items=[_line(count, balances) for count in counts]
    )
    session.add(check)
    session.flush()
    return check


def apply(session: Session, check_id: int, *, actor: Actor) -> InventoryCheck:
    """Books every difference as an `inventory` operation, once, all of them or none.

    A count is a fact: it may leave less than was promised to orders. Raises NotFound, and Conflict where the check
    was applied before, or where more is missing than there is by now: then that item has to be counted again.
    """
    check = session.scalar(select(InventoryCheck).where(InventoryCheck.id == check_id).with_for_update())
    if check is None:
        raise NotFound("Not found")
    if check.status != "pending":
        raise Conflict("This check was applied already", {"status": ["is applied"]})
    rows = session.scalars(
        select(InventoryCheckItem).where(
            InventoryCheckItem.check_id == check_id, InventoryCheckItem.difference != 0
        )
    )
    differences = {row.warehouse_item_id: row.difference for row in rows}
    items = shelf.lock(session, differences)
    _refuse_impossible(items, differences)
    for item_id, difference in differences.items():
        book(session, items[item_id], "inventory", difference, actor=actor, reason=f"inventory check {check_id}")
    check.status = "applied"
    check.applied_at = datetime.now(UTC)
    return check


def _balances(session: Session, item_ids: Collection[int]) -> dict[int, int]:
    """Of those of the items that the shop has on its list."""
    items = session.scalars(
        select(WarehouseItem).where(WarehouseItem.id.in_(item_ids), WarehouseItem.deleted_at.is_(None))
    )
    return {item.id: item.quantity for item in items}


def _line(count: Count, balances: Mapping[int, int]) -> InventoryCheckItem:
    snapshot = balances[count.warehouse_item_id] if count.snapshot is None else count.snapshot
    return InventoryCheckItem(warehouse_item_id=count.warehouse_item_id, snapshot=snapshot, counted=count.counted)


def _refuse_wrong(counts: Sequence[Count], balances: Mapping[int, int]) -> None:
    seen: set[int] = set()
    errors = {}
    for index, count in enumerate(counts):
        if count.warehouse_item_id not in balances:
            errors[f"items.{index}.warehouse_item_id"] = ["no such item"]
        elif count.warehouse_item_id in seen:
            errors[f"items.{index}.warehouse_item_id"] = ["is counted twice"]
        seen.add(count.warehouse_item_id)
    if errors:
        raise Invalid("Some lines of the count are wrong", errors)


def _refuse_impossible(items: Mapping[int, WarehouseItem], differences: Mapping[int, int]) -> None:
    gone = [
        f"{items[item_id].name}: {-difference} missing by the count, but only {items[item_id].quantity} there now"
        for item_id, difference in sorted(differences.items())
        if items[item_id].quantity + difference < 0
    ]
    if gone:
        raise Conflict("Count these again: " + "; ".join(gone), {"items": gone})
