"""Whoever orders becomes the shop's client, once, whatever way the order came."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Client, Order, Shop, begin
from shop import clients
from shop.actor import Actor
from shop.order_changes import change_fields
from shop.order_placing import place
from tests.drafts import draft
from tests.people import DEVELOPMENT, make_shop
from tests.shopfloor import make_order, make_product

ALIYA = Actor.customer()


def phones(session: Session) -> list[tuple[str, str | None]]:
    return [(row.phone, row.name) for row in session.scalars(select(Client).order_by(Client.id))]


def test_the_first_order_makes_a_client_and_the_second_none(session: Session, shop: Shop) -> None:
    wanted = draft((make_product(session, shop), 1))
    first = place(session, shop, wanted, actor=ALIYA)
    place(session, shop, wanted, actor=ALIYA)
    assert phones(session) == [(first.customer_phone, first.customer_name)]


def test_what_staff_wrote_of_a_client_stays(session: Session, shop: Shop) -> None:
    order = make_order(session, shop, customer_name="Алия")
    session.add(Client(shop_id=shop.id, phone=order.customer_phone, name="Алия-апа", notes="Пионы"))
    session.flush()
    clients.meet(session, order)
    assert phones(session) == [(order.customer_phone, "Алия-апа")]


def test_each_shop_has_clients_of_its_own(session: Session, shop: Shop) -> None:
    stranger = make_shop(session, 99)
    for place_of_order in (shop, stranger):
        clients.meet(session, make_order(session, place_of_order, customer_phone="+77000000001"))
    assert len(phones(session)) == 2


def test_an_order_without_a_phone_makes_nobody(session: Session, shop: Shop) -> None:
    clients.meet(session, make_order(session, shop, customer_phone=None))
    assert phones(session) == []


def test_a_client_is_as_old_as_the_order(session: Session, shop: Shop) -> None:
    order = make_order(session, shop)
    clients.meet(session, order)
    assert session.scalar(select(Client.created_at)) == order.created_at


def test_an_order_that_changes_hands_makes_a_client(session: Session, shop: Shop) -> None:
    order = make_order(session, shop, customer_phone=None)
    change_fields(session, order, {"customer_phone": "+77000000007"}, actor=Actor.bitrix())
    assert [phone for phone, _ in phones(session)] == ["+77000000007"]


@pytest.mark.usefixtures("clean")
def test_many_first_orders_of_one_phone_at_once_make_one_client() -> None:
    with begin() as session:
        product = make_product(session, make_shop(session, DEVELOPMENT))

    def order(_number: int) -> Order:
        with begin() as session:
            return place(session, session.get_one(Shop, DEVELOPMENT), draft((product, 1)), actor=ALIYA)

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(order, range(16)))
    with begin() as session:
        assert len(phones(session)) == 1
    assert len({order.number for order in made}) == 16
