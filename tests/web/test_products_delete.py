"""A deleted product is nowhere, and the site is owed that it is off sale."""

from typing import Any

import pytest
from sqlalchemy import select

from models import Order, Outbox, Product, ProductImage, Shop, begin
from tests.people import make_user
from tests.shopfloor import make_link, make_order, make_product
from tests.web.conftest import Ask, add


@pytest.fixture
def product(shop: Shop) -> Product:
    with begin() as session:
        product = make_product(session, shop, "Розы", is_featured=True, tags=["розы"])
        session.add(ProductImage(product_id=product.id, url="https://shop.example/upload/a.jpg", is_primary=True))
        make_link(session, product)
        order = make_order(session, shop, [(product, 3)], status="delivered")
        assert order.id
    return product


def delete(ask: Ask, product: Product, **who: Any) -> Any:
    return ask("DELETE", f"/products/{product.id}", **(who or {"as_role": "manager"}))


def test_it_is_deleted_softly_and_owed(ask: Ask, product: Product) -> None:
    answer = delete(ask, product)
    assert (answer.status_code, answer.data) == (204, b"")
    with begin() as session:
        row = session.get_one(Product, product.id)
        assert row.deleted_at is not None
        assert not row.enabled
        (debt,) = session.scalars(select(Outbox))
    assert (debt.kind, debt.key, debt.request_id) == (
        "product",
        str(product.bitrix_id),
        answer.headers["X-Request-ID"],
    )


@pytest.mark.parametrize("path", ["", "/detail", "/availability"])
def test_nobody_finds_it_by_its_id(ask: Ask, product: Product, path: str) -> None:
    delete(ask, product)
    for who in (None, "director", "superadmin"):
        assert ask("GET", f"/products/{product.id}{path}", as_role=who).status_code == 404


def test_nobody_changes_it(ask: Ask, product: Product) -> None:
    delete(ask, product)
    for method, path, body in (
        ("PUT", "", {"price": 1}),
        ("PATCH", "/status?enabled=true", None),
        ("POST", "/images", {"url": "https://shop.example/b.jpg"}),
        ("DELETE", "", None),
    ):
        assert ask(method, f"/products/{product.id}{path}", as_role="director", json=body).status_code == 404
    with begin() as session:
        assert not session.get_one(Product, product.id).enabled


@pytest.mark.parametrize(
    "path", ["/", "/admin", "/public/featured", "/public/bestsellers", "/search/suggestions?query=роз"]
)
def test_no_list_has_it(ask: Ask, product: Product, path: str) -> None:
    assert ask("GET", f"/products{path}", as_role="director").json["total"] == 1
    delete(ask, product)
    answer = ask("GET", f"/products{path}", as_role="director").json
    assert (answer["items"], answer["total"]) == ([], 0)


def test_nothing_counts_it(ask: Ask, product: Product) -> None:
    delete(ask, product)
    assert ask("GET", "/products/home").json == {"sections": []}
    assert ask("GET", "/products/filters").json["tags"] == []
    assert ask("GET", "/products/stats/summary", as_role="courier").json["total"] == 0
    assert ask("GET", f"/shops/{product.shop_id}/products").json["total"] == 0


def test_it_cannot_be_ordered(ask: Ask, product: Product) -> None:
    delete(ask, product)
    body = {
        "customer_name": "Алия",
        "phone": "+77000000101",
        "items": [{"product_id": product.id, "quantity": 1}],
    }
    answer = ask("POST", "/orders/", as_role="florist", json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["items.0.product_id"])
    assert "no such" in answer.json["errors"]["items.0.product_id"][0]


def test_orders_keep_what_was_sold(ask: Ask, product: Product) -> None:
    delete(ask, product)
    with begin() as session:
        order_id = session.scalars(select(Order.id)).one()
    (item,) = ask("GET", f"/orders/{order_id}", as_role="director").json["items"]
    assert (item["name"], item["quantity"]) == ("Розы", 3)


def test_only_a_manager_deletes_and_only_the_own(ask: Ask, product: Product, other_shop: Shop) -> None:
    assert delete(ask, product, as_role="florist").status_code == 403
    assert delete(ask, product, user=add(make_user, other_shop)).status_code == 404
    assert ask("GET", f"/products/{product.id}").status_code == 200


def test_in_a_shop_of_its_own_nobody_is_owed(ask: Ask, other_shop: Shop) -> None:
    product = add(make_product, other_shop)
    assert delete(ask, product, user=add(make_user, other_shop)).status_code == 204
    with begin() as session:
        assert session.scalars(select(Outbox)).all() == []
