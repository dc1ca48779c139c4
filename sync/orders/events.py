"""What a status webhook does to an order: decided under the order's lock, with what is true then."""

from typing import Any

from sqlalchemy.orm import Session

from models import Order, SyncLink
from shop.actor import Actor
from sync.agreement import weigh
from sync.clock import is_older, note_save
from sync.fields import Field
from sync.orders.apply import apply
from sync.orders.values import status_of_ours
from sync.outcome import Outcome
from sync.rules import Rules


def apply_status_event(
    session: Session,
    rules: Rules,
    event_id: int,
    payload: dict[str, Any],
    link: SyncLink | None,
    order: Order | None,
) -> Outcome:
    """Apply one stored event. The caller holds the lock and gives events in the order of their receipt."""
    code = str(payload["status"]).strip()  # as the answer read it
    if rules.statuses.from_bitrix(code) is None:
        return Outcome("skipped", f"Unknown status: {code}", "verify" if link else "none")
    if link is None:
        return Outcome("parked", "Order not found in Railway", "unknown")
    if order is None or order.deleted_at is not None:
        return Outcome("skipped", "The order was deleted here", "none")
    if event_id <= link.last_event_id or is_older(link, payload):
        return Outcome("superseded", "A newer state was applied before")
    note_save(link, payload)
    link.last_event_id = event_id
    link.state = "linked"
    theirs = {"status": code}
    verdict = weigh(
        session, link, _status_field(rules), {"status": status_of_ours(order, code, rules.statuses)}, theirs, {}
    )
    actor = Actor.bitrix(_person(payload.get("changed_by_id")))
    if apply(session, order, verdict, theirs, rules.statuses, actor, payload.get("notes")):
        link.seq += 1
        return Outcome("applied")
    return Outcome("unchanged", "Status unchanged")


def _status_field(rules: Rules) -> tuple[Field, ...]:
    return tuple(field for field in rules.order_fields if field.name == "status")


def _person(raw: Any) -> int | None:
    return int(raw) if raw is not None and str(raw).isdigit() else None
