"""How many statements a write is: the caller, the rows that are locked, and one for each table that is written."""

from typing import Any

import pytest

from models import Order, Product, Shop, begin
from tests.photos import form, picture
from tests.queries import watched
from tests.shopfloor import make_link, make_product, make_recipe, make_warehouse_item
from tests.web.conftest import Ask, Staff


@pytest.fixture
def bouquet(shop: Shop) -> Product:
    with begin() as session:
        product = make_product(session, shop)
        for name in ("Роза", "Лента"):
            make_recipe(session, product, make_warehouse_item(session, shop, name, 50), 2)
        return product


def placed(ask: Ask, bouquet: Product) -> Any:
    line = {"product_id": bouquet.id, "quantity": 1}
    body = {"customer_name": "Алия", "phone": "+77000000101", "items": [line]}
    return ask("POST", "/orders/", as_role="manager", json=body)


def linked(ask: Ask, bouquet: Product) -> int:
    id: int = placed(ask, bouquet).json["id"]
    with begin() as session:
        make_link(session, session.get_one(Order, id))
    return id


def moved(ask: Ask, id: int, status: str, **more: str) -> Any:
    return ask("PATCH", f"/orders/{id}/status", as_role="manager", json={"status": status, **more})


def test_an_order_is_placed(ask: Ask, bouquet: Product) -> None:
    placed(ask, bouquet)
    with watched() as statements:
        assert placed(ask, bouquet).status_code == 201
    assert len(statements) == 10


def test_an_order_the_site_knows_is_moved_on(ask: Ask, bouquet: Product) -> None:
    id = linked(ask, bouquet)
    with watched() as statements:
        assert moved(ask, id, "accepted").status_code == 200
    assert len(statements) == 6


def test_an_order_the_site_knows_is_cancelled(ask: Ask, bouquet: Product) -> None:
    id = linked(ask, bouquet)
    with watched() as statements:
        assert moved(ask, id, "cancelled", notes="Передумали").status_code == 200
    assert len(statements) == 7


def test_a_photo_assembles_an_order_the_site_knows(ask: Ask, bouquet: Product) -> None:
    id = linked(ask, bouquet)
    moved(ask, id, "accepted")
    with watched() as statements:
        assert ask("POST", f"/orders/{id}/photo", as_role="manager", **form(picture())).status_code == 201
    assert len(statements) == 10


def test_an_order_the_site_knows_gets_one_more_line(ask: Ask, bouquet: Product) -> None:
    id = linked(ask, bouquet)
    line = {"product_id": bouquet.id, "quantity": 1}
    with watched() as statements:
        assert ask("POST", f"/orders/{id}/items", as_role="manager", json=line).status_code == 201
    assert len(statements) == 11


def test_a_product_the_site_knows_is_edited(ask: Ask, bouquet: Product, staff: Staff) -> None:
    staff("manager")
    with begin() as session:
        make_link(session, session.get_one(Product, bouquet.id))
    with watched() as statements:
        assert ask("PUT", f"/products/{bouquet.id}", as_role="manager", json={"price": 1}).status_code == 200
    assert len(statements) == 9
