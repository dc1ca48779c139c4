"""How orders stand with the site: as part of a query, or for some of them in one query."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import JSON, ColumnElement, ScalarSelect, Text, bindparam, case, cast, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session, aliased

from bitrix.wire.status import StatusTable
from models import Order
from sync.reconcile.judging import SIDES
from web import plain
from web.agreement import owed, standing, standings, told
from web.configuration import statuses

IT = aliased(Order, name="r")  # as sync.reconcile.judging calls it
# What is owed for an order the site does not know yet is its creation.
UNKNOWN_THERE = IT.bitrix_order_id.is_(None)
DEBT = owed(
    IT,
    case((UNKNOWN_THERE, "new_order"), else_="order"),
    case((UNKNOWN_THERE, cast(IT.uuid, Text)), else_=cast(IT.bitrix_order_id, Text)),
)
# The shared fields that are not what both sides last agreed on; the site takes no edit of an order.
BY_HAND = """
SELECT coalesce(json_agg(name), '[]') AS by_hand
FROM (SELECT jsonb_build_object('status', sync_link.theirs_status) AS said) t,
     LATERAL (VALUES {each}) AS field (name, ours)
WHERE sync_link.state = 'linked' AND sync_link.base -> name -> 'ours' <> ours
"""


def as_json(table: StatusTable) -> ScalarSelect[Any]:
    """Of each order that a query finds, as part of it."""
    return plain.row_as_json(standings(IT, "order", *_shown(table)).where(IT.id == Order.id).correlate(Order))


def with_agreement(session: Session, orders: Sequence[Order]) -> Sequence[Order]:
    ids = [order.id for order in orders]
    return told(session, orders, standings(IT, "order", IT.id, *_shown(statuses())).where(IT.id.in_(ids)))


def of_new(order: Order, owed: bool) -> Order:
    """The same for an order that was just placed: known here alone, and its creation there may be owed."""
    nothing: dict[str, Any] = {"agreed_at": None, "conflicts": 0, "rejected": {}, "by_hand": []}
    order.sync = {  # type: ignore[attr-defined]
        "state": "pending" if owed else "local_only",
        "status_there": None,
        **nothing,
    }
    return order


def _shown(table: StatusTable) -> list[ColumnElement[Any]]:
    meaning = json.dumps(table.meaning())
    each = ", ".join(f"('{name}', {ours})" for name, ours in SIDES["orders"].ours.items())
    by_hand = text(BY_HAND.format(each=each)).bindparams(meaning=meaning).columns(by_hand=JSON)
    there = cast(bindparam("meaning", meaning, Text), JSONB).op("->>", return_type=Text())(IT.bitrix_status)
    return [
        *standing(IT.bitrix_order_id, DEBT),
        by_hand.scalar_subquery().label("by_hand"),
        there.label("status_there"),
    ]
