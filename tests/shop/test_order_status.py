"""The transition table, arrow by arrow, and the history each change leaves."""

from itertools import product

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Order, OrderHistory, Shop
from models.order import DELIVERY_TYPES, STATUSES
from shop.actor import Actor
from shop.errors import ForbiddenTransition, Invalid
from shop.order_status import allowed, change_status
from tests.queries import watched
from tests.shopfloor import make_order

DANA = Actor.user(7)
ARROWS = {
    ("new", "paid"),
    ("new", "accepted"),
    ("new", "cancelled"),
    ("paid", "accepted"),
    ("paid", "cancelled"),
    ("accepted", "assembled"),
    ("accepted", "cancelled"),
    ("assembled", "in_delivery"),
    ("assembled", "accepted"),
    ("assembled", "cancelled"),
    ("in_delivery", "delivered"),
    ("in_delivery", "assembled"),
    ("in_delivery", "cancelled"),
}
ONLY_FOR_PICKUP = ("assembled", "delivered")
PAIRS = [pair for pair in product(STATUSES, STATUSES) if pair[0] != pair[1]]


def arrow(old: str, new: str, delivery_type: str) -> bool:
    return (old, new) in ARROWS or ((old, new) == ONLY_FOR_PICKUP and delivery_type == "pickup")


def history(session: Session, order: Order) -> list[OrderHistory]:
    rows = select(OrderHistory).where(OrderHistory.order_id == order.id).order_by(OrderHistory.id)
    return list(session.scalars(rows))


@pytest.mark.parametrize("delivery_type", DELIVERY_TYPES)
@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_table_has_these_arrows_and_no_other(old: str, new: str, delivery_type: str) -> None:
    order = Order(status=old, delivery_type=delivery_type)
    assert allowed(order, new) == arrow(old, new, delivery_type)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_a_person_goes_along_an_arrow_and_nowhere_else(session: Session, shop: Shop, old: str, new: str) -> None:
    order = make_order(session, shop, status=old)
    if arrow(old, new, order.delivery_type):
        assert change_status(session, order, new, actor=DANA, note="by hand")
        (row,) = history(session, order)
        assert (row.field, row.old_value, row.new_value, row.forced) == ("status", old, new, False)
        assert (row.actor_kind, row.actor_id, row.note) == ("user", 7, "by hand")
    else:
        with pytest.raises(ForbiddenTransition):
            change_status(session, order, new, actor=DANA, note="by hand")
        assert (order.status, history(session, order)) == (old, [])


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_site_goes_anywhere_and_is_said_to_force_where_there_is_no_arrow(
    session: Session, shop: Shop, old: str, new: str
) -> None:
    order = make_order(session, shop, status=old)
    assert change_status(session, order, new, actor=Actor.bitrix(42))
    (row,) = history(session, order)
    assert (row.old_value, row.new_value, row.actor_kind, row.actor_id) == (old, new, "bitrix", 42)
    assert row.forced == (not arrow(old, new, order.delivery_type))


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("actor", [DANA, Actor.bitrix()])
def test_the_same_status_again_changes_nothing(session: Session, shop: Shop, status: str, actor: Actor) -> None:
    order = make_order(session, shop, status=status)
    assert not change_status(session, order, status, actor=actor)
    assert history(session, order) == []


@pytest.mark.parametrize("actor", [Actor.system(), Actor.payment(), Actor.customer(), DANA])
def test_nobody_but_the_site_forces(session: Session, shop: Shop, actor: Actor) -> None:
    order = make_order(session, shop, status="delivered")
    with pytest.raises(ForbiddenTransition):
        change_status(session, order, "new", actor=actor)


def test_a_status_the_shop_does_not_know_is_refused_even_from_the_site(session: Session, shop: Shop) -> None:
    with pytest.raises(Invalid) as refused:
        change_status(session, make_order(session, shop), "lost", actor=Actor.bitrix())
    assert list(refused.value.errors) == ["status"]


@pytest.mark.parametrize("note", [None, "", "  "])
@pytest.mark.parametrize("actor", [DANA, Actor.customer()])
def test_a_person_cancels_with_a_reason_only(session: Session, shop: Shop, actor: Actor, note: str | None) -> None:
    order = make_order(session, shop)
    with pytest.raises(Invalid) as refused:
        change_status(session, order, "cancelled", actor=actor, note=note)
    assert list(refused.value.errors) == ["notes"]
    assert change_status(session, order, "cancelled", actor=actor, note="the wedding is off")


def test_the_site_and_programs_cancel_without_a_reason(session: Session, shop: Shop) -> None:
    for actor in (Actor.bitrix(), Actor.payment(), Actor.system()):
        assert change_status(session, make_order(session, shop), "cancelled", actor=actor)


def test_the_version_grows_with_the_status(session: Session, shop: Shop) -> None:
    order = make_order(session, shop)
    change_status(session, order, "accepted", actor=DANA)
    session.flush()
    assert order.version == 2


def test_an_order_of_the_site_costs_no_query(session: Session, shop: Shop) -> None:
    order = make_order(session, shop, origin="site")
    with watched() as statements:
        for status in ("accepted", "assembled", "in_delivery", "delivered", "cancelled", "new"):
            change_status(session, order, status, actor=Actor.bitrix())
    assert statements == []


def test_changes_of_many_orders_of_the_site_are_written_in_batches(session: Session, shop: Shop) -> None:
    orders = [make_order(session, shop, origin="site") for _ in range(50)]
    with watched() as statements:
        for order in orders:
            change_status(session, order, "accepted", actor=Actor.bitrix())
        session.flush()
    assert len([said for said in statements if said.startswith("INSERT")]) == 1
