"""The picture of the bouquet moves its order, and the stock with it."""

from typing import Any

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

import settings
from models import Order, OrderPhoto, Shop, SyncLink, WarehouseItem, begin
from models.order import STATUSES
from tests.books import Books, assert_explained, books
from tests.photos import form, picture
from tests.shopfloor import make_link, make_order, make_product, make_recipe, make_warehouse_item
from tests.web.conftest import Ask, add


@pytest.fixture
def rose(shop: Shop) -> WarehouseItem:
    return add(make_warehouse_item, shop, "Роза", 5)


@pytest.fixture
def order(ask: Ask, shop: Shop, rose: WarehouseItem) -> dict[str, Any]:
    """Accepted; two roses are promised to it."""
    with begin() as session:
        product = make_product(session, shop)
        make_recipe(session, product, rose, 2)
    line = {"product_id": product.id, "quantity": 1}
    body = {"customer_name": "Алия", "phone": "+77000000101", "items": [line]}
    made = ask("POST", "/orders/", as_role="manager", json=body).json
    return ask("PATCH", f"/orders/{made['id']}/status", as_role="manager", json={"status": "accepted"}).json


def send(ask: Ask, id: int, raw: bytes | None = None, role: str = "florist") -> TestResponse:
    return ask("POST", f"/orders/{id}/photo", as_role=role, **form(picture() if raw is None else raw))


def booked(rose: WarehouseItem, id: int) -> Books:
    with begin() as session:
        item = session.get_one(WarehouseItem, rose.id)
        assert_explained(session, item)
        return books(session, item, session.get_one(Order, id))


def kept() -> int:
    return sum(path.is_file() for path in settings.current().media_dir.rglob("*"))


def test_a_photo_assembles_the_order(ask: Ask, order: dict[str, Any], rose: WarehouseItem) -> None:
    answer = send(ask, order["id"])
    assert answer.status_code == 201, answer.text
    assert answer.json["status"] == "assembled"
    photo = answer.json["photo"]
    assert (photo["feedback"], photo["feedback_comment"]) == (None, None)
    assert ask("GET", photo["url"].removeprefix("/api/v1")).data.startswith(b"\xff\xd8")
    assert ask("GET", f"/orders/{order['id']}", as_role="florist").json["photo"] == photo
    assert booked(rose, order["id"]) == Books(3, 0, 2)


def test_taken_back_it_is_accepted_again_and_its_flowers_stay_cut(
    ask: Ask, order: dict[str, Any], rose: WarehouseItem
) -> None:
    url = send(ask, order["id"]).json["photo"]["url"]
    answer = ask("DELETE", f"/orders/{order['id']}/photo", as_role="florist")
    assert (answer.status_code, answer.json["status"], answer.json["photo"]) == (200, "accepted", None)
    assert ask("GET", url.removeprefix("/api/v1")).status_code == 404
    assert booked(rose, order["id"]) == Books(3, 0, 2)
    assert send(ask, order["id"]).json["status"] == "assembled"
    assert booked(rose, order["id"]) == Books(3, 0, 2)
    assert ask("DELETE", f"/orders/{order['id']}/photo", as_role="florist").status_code == 200
    assert ask("DELETE", f"/orders/{order['id']}/photo", as_role="florist").status_code == 404


def test_history_tells_both(ask: Ask, order: dict[str, Any]) -> None:
    send(ask, order["id"])
    rows = ask("GET", f"/orders/{order['id']}/history", as_role="florist").json["items"]
    assert [row["field"] for row in rows[:2]] == ["photo", "status"]
    assert (rows[1]["new_value"], rows[1]["note"]) == ("assembled", "photo added")


def test_there_is_one_photo_and_a_refused_one_is_not_kept(ask: Ask, order: dict[str, Any]) -> None:
    send(ask, order["id"])
    before = kept()
    assert send(ask, order["id"]).status_code == 409
    assert send(ask, 10**9).status_code == 404
    assert kept() == before


@pytest.mark.parametrize("status", STATUSES)
def test_an_order_that_is_elsewhere_takes_none(ask: Ask, shop: Shop, status: str) -> None:
    order = add(make_order, shop, status=status)
    answer = send(ask, order.id)
    assert answer.status_code == (201 if status in ("accepted", "assembled") else 409)


def test_a_photo_of_what_has_left_stays(ask: Ask, order: dict[str, Any]) -> None:
    send(ask, order["id"])
    ask("PATCH", f"/orders/{order['id']}/status", as_role="manager", json={"status": "in_delivery"})
    assert ask("DELETE", f"/orders/{order['id']}/photo", as_role="director").status_code == 409


def test_flowers_that_are_not_there_were_not_assembled(ask: Ask, shop: Shop, order: dict[str, Any]) -> None:
    with begin() as session:
        item = session.scalars(select(WarehouseItem)).one()
        other = make_order(session, shop, status="accepted")
        product = make_product(session, shop)
        make_recipe(session, product, item, 9)
        session.get_one(Order, other.id).items[0].product_id = product.id
    before = kept()
    assert send(ask, other.id).status_code == 400
    assert kept() == before


def test_what_is_no_picture_moves_nothing(ask: Ask, order: dict[str, Any]) -> None:
    assert send(ask, order["id"], b"<svg/>").status_code == 415
    assert send(ask, order["id"], picture()[:300]).status_code == 422
    assert send(ask, order["id"], picture() + b"\0" * (10 * 1024 * 1024)).status_code == 413
    assert ask("POST", f"/orders/{order['id']}/photo", as_role="florist").status_code == 415
    assert ask("GET", f"/orders/{order['id']}", as_role="florist").json["status"] == "accepted"


def test_another_shops_order_takes_none(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    foreign = add(make_order, other_shop, status="accepted")
    assert send(ask, foreign.id, role="director").status_code == 404
    with begin() as session:
        assert session.scalars(select(OrderPhoto)).all() == []


def test_in_a_mirrored_shop_the_status_stands_ahead(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        order = make_order(session, shop, status="accepted", bitrix_status="AP")
        make_link(session, order, seq=2)
    assert (send(ask, order.id).json["status"]) == "assembled"
    with begin() as session:
        assert session.get_one(Order, order.id).bitrix_status == "AP"
        assert session.scalars(select(SyncLink.seq)).all() == [3]
