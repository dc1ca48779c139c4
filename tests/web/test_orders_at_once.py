"""Several people at one order at the same moment: real threads, real transactions."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from models import Order, OrderHistory, OrderPhoto, Shop, User, WarehouseItem, begin
from shop.actor import Actor
from shop.order_placing import place
from tests.books import Books, assert_explained, books
from tests.drafts import draft
from tests.people import make_user
from tests.photos import form, picture
from tests.shopfloor import make_order, make_product, make_recipe, make_warehouse_item
from tests.web.conftest import add, bearer

ROUNDS = 8

Send = Callable[[], int]


@pytest.fixture
def director(shop: Shop) -> User:
    return add(make_user, shop)


@pytest.fixture
def sending(app: Flask, clean: None) -> Callable[..., Send]:
    """`sending(user, method, path, **options)` is a call that answers with the status."""

    def prepared(user: User, method: str, path: str, **options: Any) -> Send:
        headers = bearer(user)
        return lambda: (
            app.test_client().open(f"/api/v1{path}", method=method, headers=headers, **options).status_code
        )

    return prepared


def at_once(*sends: Send) -> Counter[int]:
    with ThreadPoolExecutor(len(sends)) as pool:
        return Counter(pool.map(lambda send: send(), sends))


def fields(order: Order) -> Counter[str]:
    with begin() as session:
        return Counter(session.scalars(select(OrderHistory.field).where(OrderHistory.order_id == order.id)))


def test_of_several_who_take_an_order_one_gets_it(shop: Shop, sending: Callable[..., Send]) -> None:
    order, people = add(make_order, shop), [add(make_user, shop, "florist") for _ in range(ROUNDS)]
    answers = at_once(*(sending(one, "POST", f"/orders/{order.id}/take") for one in people))
    assert answers == {200: 1, 409: ROUNDS - 1}
    with begin() as session:
        row = session.get_one(Order, order.id)
        assert row.responsible_id == row.assigned_by_id
        assert row.responsible_id in {one.id for one in people}
    assert fields(order) == {"responsible_id": 1}


def test_of_two_photos_one_is_the_orders(shop: Shop, director: User, sending: Callable[..., Send]) -> None:
    order = add(make_order, shop, status="accepted")
    sends = [sending(director, "POST", f"/orders/{order.id}/photo", **form(picture())) for _ in range(4)]
    assert at_once(*sends) == {201: 1, 409: 3}
    with begin() as session:
        assert len(session.scalars(select(OrderPhoto)).all()) == 1
    assert fields(order) == {"status": 1, "photo": 1}


@pytest.mark.parametrize("round", range(ROUNDS))
def test_assembled_and_cancelled_at_once_leave_books_that_agree(
    shop: Shop, director: User, sending: Callable[..., Send], round: int
) -> None:
    with begin() as session:
        item = make_warehouse_item(session, shop, quantity=10)
        product = make_product(session, shop)
        make_recipe(session, product, item, 3)
        order = place(session, session.get_one(Shop, shop.id), draft((product, 2)), actor=Actor.system())
        order.status = "accepted"
    status = f"/orders/{order.id}/status"
    sends = [
        sending(director, "PATCH", status, json={"status": "assembled"}),
        sending(director, "POST", f"/orders/{order.id}/photo", **form(picture())),
        sending(director, "POST", f"/orders/{order.id}/cancel", json={"reason": "Передумали"}),
        sending(director, "PATCH", status, json={"status": "cancelled", "notes": "Передумали"}),
    ]
    answers = at_once(*sends[round % 4 :], *sends[: round % 4])
    assert set(answers) <= {200, 201, 409}
    with begin() as session:
        row = session.get_one(Order, order.id)
        kept = session.get_one(WarehouseItem, item.id)
        assert row.status == "cancelled"
        assert books(session, kept, row) == Books(10, 0, 0)
        assert_explained(session, kept)


def test_two_edits_at_once_are_both_kept(shop: Shop, director: User, sending: Callable[..., Send]) -> None:
    order = add(make_order, shop)
    path = f"/orders/{order.id}"
    edits = ({"comment": "Позвонить"}, {"delivery_time": "14:00-16:00"}, {"postcard_text": "Ура"})
    assert at_once(*(sending(director, "PUT", path, json=edit) for edit in edits)) == {200: 3}
    with begin() as session:
        row = session.get_one(Order, order.id)
        assert (row.comment, row.delivery_time, row.postcard_text) == ("Позвонить", "14:00-16:00", "Ура")
        assert row.version == 4


def test_a_deleted_order_is_cancelled_by_nobody(shop: Shop, director: User, sending: Callable[..., Send]) -> None:
    order = add(make_order, shop)
    deletes = [sending(director, "DELETE", f"/orders/{order.id}") for _ in range(3)]
    assert at_once(*deletes) == {204: 1, 404: 2}
    assert fields(order) == {"order": 1}


def test_a_photo_is_judged_once_however_often_it_is_clicked(shop: Shop, app: Flask) -> None:
    with begin() as session:
        order = make_order(session, shop, status="assembled")
        session.add(OrderPhoto(order_id=order.id, key=f"{'a' * 32}.jpg"))
    path = f"/api/v1/orders/by-tracking/{order.tracking_id}/photo/feedback"

    def judge() -> int:
        return app.test_client().post(path, json={"feedback": "like"}).status_code

    assert at_once(*[judge] * 4) == {200: 1, 409: 3}
