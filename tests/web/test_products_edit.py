"""Staff write products, and what the site shares is owed to it in the same transaction."""

from typing import Any

import pytest
from sqlalchemy import select

from models import Outbox, Product, ProductImage, Shop, SyncLink, begin
from models.product import FIRST_LOCAL_ID
from tests.people import make_user
from tests.shopfloor import make_link, make_product
from tests.web.conftest import Ask, Staff, add

NEW = {"name": "Эустомы", "price": 495_000}


@pytest.fixture
def product(shop: Shop) -> Product:
    """One the site knows, with a picture."""
    with begin() as session:
        product = make_product(session, shop, width=40, height=60)
        session.add(
            ProductImage(
                product_id=product.id, url="https://shop.example/upload/a.jpg", position=0, is_primary=True
            )
        )
        make_link(session, product)
    return product


def debts() -> list[tuple[str, str, str, str | None]]:
    with begin() as session:
        return [(row.kind, row.key, row.state, row.request_id) for row in session.scalars(select(Outbox))]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Пионы"),
        ("price", 1),
        ("image", "https://shop.example/upload/b.jpg"),
        ("enabled", False),
        ("description", "Свежие"),
    ],
)
def test_a_shared_field_is_changed_and_owed(ask: Ask, product: Product, field: str, value: Any) -> None:
    answer = ask("PUT", f"/products/{product.id}", as_role="florist", json={field: value})
    assert answer.status_code == 200
    assert answer.json[field] == value
    assert answer.json["sync"]["state"] == "pending"
    request_id = answer.headers["X-Request-ID"]
    assert debts() == [("product", str(product.bitrix_id), "pending", request_id)]


def test_the_version_and_the_links_seq_grow(ask: Ask, product: Product) -> None:
    answer = ask("PUT", f"/products/{product.id}", as_role="florist", json={"price": 7})
    assert answer.json["version"] == 2
    with begin() as session:
        assert session.scalars(select(SyncLink.seq)).all() == [1]


def test_a_field_of_ours_alone_is_owed_to_nobody(ask: Ask, product: Product) -> None:
    body = {"tags": ["розы"], "colors": ["red"], "is_featured": True, "shelf_life_days": 5, "cities": []}
    answer = ask("PUT", f"/products/{product.id}", as_role="florist", json=body)
    assert {key: answer.json[key] for key in body} == body
    assert debts() == []


def test_the_same_value_again_is_no_change(ask: Ask, product: Product) -> None:
    answer = ask("PUT", f"/products/{product.id}", as_role="florist", json={"price": product.price})
    assert answer.json["version"] == 1
    assert debts() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("type", "sweets"), ("width", 41), ("height", None), ("images", ["https://shop.example/upload/b.jpg"])],
)
def test_what_the_site_owns_is_refused_and_its_owner_named(
    ask: Ask, product: Product, field: str, value: Any
) -> None:
    answer = ask("PUT", f"/products/{product.id}", as_role="director", json={field: value, "price": 1})
    assert answer.status_code == 409
    assert list(answer.json["errors"]) == [field]
    assert "site" in answer.json["errors"][field][0]
    assert ask("GET", f"/products/{product.id}").json["price"] == product.price


def test_what_the_site_owns_may_be_sent_back_as_it_is(ask: Ask, product: Product) -> None:
    body = {
        "type": "catalog",
        "width": 40,
        "height": 60,
        "images": ["https://shop.example/upload/a.jpg"],
        "price": 9,
    }
    assert ask("PUT", f"/products/{product.id}", as_role="director", json=body).json["price"] == 9


def test_a_version_that_is_behind_is_refused(ask: Ask, staff: Staff, product: Product) -> None:
    path = f"/products/{product.id}"
    assert ask("PUT", path, as_role="florist", json={"price": 2, "version": 1}).status_code == 200
    answer = ask("PUT", path, as_role="florist", json={"price": 3, "version": 1})
    assert answer.status_code == 409
    assert answer.json["errors"] == {"version": ["Is 2 now."], "changed_by": [staff("florist").name]}
    assert ask("PUT", path, as_role="florist", json={"price": 3, "version": 2}).json["version"] == 3


def test_where_the_site_was_first_nobody_is_named(ask: Ask, product: Product) -> None:
    path = f"/products/{product.id}"
    assert ask("PUT", path, as_role="florist", json={"price": 2}).status_code == 200
    with begin() as session:
        session.get_one(Product, product.id).price = 5
    answer = ask("PUT", path, as_role="florist", json={"price": 3, "version": 2})
    assert answer.json["errors"] == {"version": ["Is 3 now."]}


def test_a_shop_of_its_own_may_change_everything(ask: Ask, other_shop: Shop) -> None:
    product = add(make_product, other_shop)
    body = {
        "type": "sweets",
        "width": 5,
        "height": 6,
        "images": ["https://shop.example/a.jpg", "https://shop.example/b.jpg"],
    }
    answer = ask("PUT", f"/products/{product.id}", user=add(make_user, other_shop), json=body)
    assert answer.status_code == 200
    assert [image["url"] for image in answer.json["images"]] == [
        "https://shop.example/a.jpg",
        "https://shop.example/b.jpg",
    ]
    assert [image["is_primary"] for image in answer.json["images"]] == [True, False]
    assert (answer.json["type"], answer.json["version"]) == ("sweets", 2)
    assert debts() == []


def test_new_pictures_alone_make_a_new_version(ask: Ask, other_shop: Shop) -> None:
    product = add(make_product, other_shop)
    answer = ask(
        "PUT",
        f"/products/{product.id}",
        user=add(make_user, other_shop),
        json={"images": ["https://shop.example/a.jpg"]},
    )
    assert answer.json["version"] == 2


def test_a_product_is_put_on_sale_and_off_it(ask: Ask, product: Product) -> None:
    path = f"/products/{product.id}/status"
    assert ask("PATCH", f"{path}?enabled=false", as_role="florist").json["enabled"] is False
    assert ask("PATCH", f"{path}?enabled=true", as_role="florist").json["enabled"] is True
    assert len(debts()) == 1
    for query in ("", "?enabled=", "?enabled=maybe"):
        assert ask("PATCH", path + query, as_role="florist").status_code == 422


def test_another_shops_product_cannot_be_changed(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    foreign = add(make_product, other_shop)
    for method, path in (("PUT", ""), ("PATCH", "/status?enabled=false")):
        answer = ask(method, f"/products/{foreign.id}{path}", as_role="director", json={"price": 1})
        assert answer.status_code == 404


def test_a_new_product_is_local(ask: Ask, shop: Shop) -> None:
    body = NEW | {
        "type": "vitrina",
        "width": 30,
        "images": ["https://shop.example/a.jpg"],
        "tags": ["новинка"],
        "description": None,
    }
    answer = ask("POST", "/products/", as_role="florist", json=body)
    assert answer.status_code == 201
    shown = answer.json
    assert shown["id"] >= FIRST_LOCAL_ID
    assert (shown["shop_id"], shown["bitrix_id"], shown["enabled"]) == (shop.id, None, True)
    assert shown["sync"]["state"] == "local_only"
    assert [(image["url"], image["is_primary"]) for image in shown["images"]] == [
        ("https://shop.example/a.jpg", True)
    ]
    assert debts() == []


def test_a_local_product_of_a_mirrored_shop_is_ours_to_change(ask: Ask, shop: Shop) -> None:
    path = f"/products/{ask('POST', '/products/', as_role='florist', json=NEW).json['id']}"
    assert ask("PUT", path, as_role="florist", json={"type": "sweets", "price": 5}).status_code == 200
    assert debts() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", None),
        ("name", ""),
        ("name", "   "),
        ("name", 5),
        ("name", "x" * 501),
        ("price", None),
        ("price", "100"),
        ("price", 100.0),
        ("price", 1.5),
        ("price", True),
        ("price", -1),
        ("price", 10**13),
        ("type", "tulips"),
        ("enabled", "yes"),
        ("enabled", 1),
        ("width", "70 см"),
        ("width", -1),
        ("tags", "розы"),
        ("tags", [5]),
        ("tags", [None]),
        ("tags", ["x"] * 51),
        ("images", [""]),
        ("images", ["/upload/a.jpg"]),
        ("images", ["https://shop.example/a.jpg", "javascript:alert(1)"]),
        ("image", ""),
        ("image", "Розы"),
        ("image", "javascript:alert(1)"),
        ("image", "data:image/png;base64,AAAA"),
        ("image", "//shop.example/a.jpg"),
        ("image", "https://"),
        ("image", "https://shop.example/a b.jpg"),
        ("image", "https://shop.example/a.jpg\n"),
        ("image", "/api/v1/files/../auth/logout"),
        ("image", "https://shop.example/" + "x" * 2000),
        ("bitrix_id", 5),
        ("shop_id", 8),
        ("id", 1),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(ask: Ask, product: Product, field: str, value: Any) -> None:
    for method, path, body in (("POST", "/products/", NEW), ("PUT", f"/products/{product.id}", {})):
        answer = ask(method, path, as_role="director", json=body | {field: value})
        assert answer.status_code == 422
        assert [name.partition(".")[0] for name in answer.json["errors"]] == [field]


def test_a_new_product_needs_a_name_and_a_price(ask: Ask, shop: Shop) -> None:
    assert set(ask("POST", "/products/", as_role="florist", json={}).json["errors"]) == {"name", "price"}
