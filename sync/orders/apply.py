"""Carry what the site moved over to our order, through the shop's own functions and with history."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from bitrix.wire.status import StatusTable
from models import Order
from shop.actor import Actor
from shop.order_changes import Line, change_fields, replace_items
from shop.order_status import change_status
from sync.agreement import Verdict
from sync.orders.values import COLUMNS


def apply(
    session: Session,
    order: Order,
    verdict: Verdict,
    theirs: Mapping[str, Any],
    statuses: StatusTable,
    actor: Actor,
    note: str | None = None,
) -> bool:
    """Make our order what the verdict says; True if anything changed here."""
    changed = False
    if "status" in verdict.takes or "status" in verdict.agreed:
        changed = apply_status(session, order, theirs["status"], statuses, actor, note)
    columns = {COLUMNS[name]: value for name, value in verdict.takes.items() if name in COLUMNS}
    if columns.get("delivery_date"):
        columns["delivery_date"] = date.fromisoformat(columns["delivery_date"])
    if columns:
        changed = bool(change_fields(session, order, columns, actor=actor)) or changed
    if "items" in verdict.takes:
        lines = [Line(name, quantity, price) for name, quantity, price in verdict.takes["items"]]
        changed = replace_items(session, order, lines, actor=actor) or changed
    return changed


def apply_status(
    session: Session, order: Order, code: str, statuses: StatusTable, actor: Actor, note: str | None = None
) -> bool:
    """Take a raw code: exactly one history row, also where only the code changed (RF, UN)."""
    if order.bitrix_status == code and statuses.from_bitrix(code) == order.status:
        return False
    status = statuses.from_bitrix(code)
    if status is None:
        raise ValueError(f"no status of ours for {code!r}")
    if change_status(session, order, status, actor=actor, note=note):
        order.bitrix_status = code
    else:
        change_fields(session, order, {"bitrix_status": code}, actor=actor, note=note)
    return True
