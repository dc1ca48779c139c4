"""A status code is read by the drain as the answer read it."""

from sqlalchemy import select

from models import Order, Shop, WebhookEvent, begin, engine
from models.base import autocommit
from sync.inbox.drain import drain
from sync.rules import Rules
from tests.received import receive_order_status
from tests.shopfloor import make_link, make_order


def test_white_space_around_a_code_is_no_other_code(shop: Shop, rules: Rules) -> None:
    with begin() as session:
        order = make_order(session, shop, bitrix_status="N", origin="site")
        link = make_link(session, order, base={"status": {"ours": "N", "theirs": "N"}})
    with autocommit().connect() as connection:
        receive_order_status(connection, link.bitrix_id, {"order_id": link.bitrix_id, "status": " AP "})
    drain(engine(), rules, budget_s=10)
    with begin() as session:
        assert session.scalar(select(WebhookEvent.state)) == "applied"
        assert session.get_one(Order, order.id).bitrix_status == "AP"
