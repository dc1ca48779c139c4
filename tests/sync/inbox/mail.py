"""Webhooks that arrive, and what becomes of them."""

from typing import Any

from sqlalchemy import text

from models import Shop, WebhookEvent, begin, engine
from models.base import autocommit
from sync.inbox.drain import drain
from sync.rules import Rules
from tests.received import receive_order_status, receive_product
from tests.shopfloor import make_link, make_order

ORDER, PRODUCT = 100_001, 600_001


def hear_status(code: str, bitrix_id: int = ORDER, **more: Any) -> int:
    """Id of the stored event."""
    with autocommit().connect() as connection:
        return receive_order_status(connection, bitrix_id, {"order_id": bitrix_id, "status": code, **more}).event_id


def hear_product(kind: str = "product.updated", bitrix_id: int = PRODUCT, *, also: Any = None, **data: Any) -> int:
    """`also`: what stands beside `product_data`."""
    payload = {"event_type": kind, "product_data": {"id": bitrix_id, **data}, **(also or {})}
    with autocommit().connect() as connection:
        return receive_product(connection, bitrix_id, kind, payload).event_id


def drained(rules: Rules) -> int:
    return drain(engine(), rules, budget_s=30)


def linked_order(shop: Shop, code: str = "N", status: str = "new", bitrix_id: int = ORDER, **columns: Any) -> int:
    """Id of an order that both sides know and agree on."""
    with begin() as session:
        order = make_order(session, shop, status=status, bitrix_status=code, **columns)
        make_link(session, order, bitrix_id, base={"status": {"ours": code, "theirs": code}}, seq=1)
        return order.id


def event(event_id: int) -> WebhookEvent:
    with begin() as session:
        return session.get_one(WebhookEvent, event_id)


def states(*event_ids: int) -> list[str]:
    return [event(event_id).state for event_id in event_ids]


def execute(statement: str, **values: Any) -> None:
    with begin() as session:
        session.execute(text(statement), values)


def let_the_claims_run_out() -> None:
    """As after the time of a claim whose worker died."""
    execute("UPDATE webhook_event SET claimed_until = now() - interval '1 second' WHERE claimed_until IS NOT NULL")
