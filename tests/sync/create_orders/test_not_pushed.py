"""Orders that are not made there."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, update

from dev.simulator.control import Florist
from models import Order, Product, Shop, begin
from shop.actor import Actor
from shop.errors import Conflict
from sync.edits import place_order
from tests.drafts import draft
from tests.people import DEVELOPMENT, make_shop
from tests.shopfloor import make_product
from tests.sync import rows
from tests.sync.clerk import Clerk
from tests.sync.create_orders.pushing import POST, push


def test_an_order_of_a_shop_that_is_not_mirrored_owes_nothing(clerk: Clerk, florist: Florist) -> None:
    with begin() as session:
        shop = make_shop(session, DEVELOPMENT)
        product = make_product(session, shop)
        order = place_order(session, shop, draft((product, 1)), actor=Actor.customer())
    assert rows.debts("new_order") == []
    assert replace(clerk, shop=shop).agree("new_order", order.uuid).state == "settled"
    assert florist.log(POST) == []


@pytest.mark.parametrize("statuses", [["cancelled"], ["accepted", "assembled"]])
def test_an_order_that_has_gone_on_here_before_it_was_sent_is_not_made_there(
    clerk: Clerk, florist: Florist, placed: Order, statuses: list[str]
) -> None:
    for status in statuses:
        clerk.change_status(placed, status, note="передумали")
    assert push(clerk, placed).state == "settled"
    assert florist.log(POST) == []


def test_an_order_deleted_before_it_was_sent_is_not_made_there(
    clerk: Clerk, florist: Florist, placed: Order
) -> None:
    with begin() as session:
        session.execute(update(Order).values(deleted_at=func.now()))
    assert push(clerk, placed).state == "settled"
    assert florist.log(POST) == []


def test_an_order_from_before_the_shop_was_mirrored_is_not_made_there(
    clerk: Clerk, florist: Florist, placed: Order
) -> None:
    with begin() as session:
        session.execute(update(Shop).values(mirrored_since=datetime(2100, 1, 1, tzinfo=UTC)))
    assert push(clerk, placed).state == "settled"
    assert florist.log(POST) == []


def test_an_order_with_a_product_of_ours_alone_is_refused_and_names_it(clerk: Clerk) -> None:
    with begin() as session:
        local = make_product(session, clerk.shop, name="Открытка", bitrix_id=None)
    with begin() as session, pytest.raises(Conflict, match="Открытка"):
        place_order(session, clerk.shop, draft((local, 1)), actor=Actor.customer())


def test_a_product_that_lost_the_sites_id_since_is_for_an_operator(
    clerk: Clerk, florist: Florist, placed: Order
) -> None:
    with begin() as session:
        session.execute(update(Product).values(bitrix_id=None))
    row = push(clerk, placed)
    assert row.state == "dead"
    assert row.error
    assert "Розы" in row.error
    assert florist.log(POST) == []
