"""Pictures of products: by file or address, in order, and whose they are."""

from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

import settings
from models import Outbox, Product, ProductImage, Shop, User, begin
from tests.people import make_user
from tests.photos import form, picture
from tests.shopfloor import make_link, make_product
from tests.web.conftest import Ask, add
from web.configuration import SETTINGS


@pytest.fixture
def florist(other_shop: Shop) -> User:
    """Of a shop whose products are its own."""
    return add(make_user, other_shop, "florist")


@pytest.fixture
def product(other_shop: Shop) -> Product:
    return add(make_product, other_shop)


@pytest.fixture
def mirrored(shop: Shop) -> Product:
    """One the site knows, with a picture of the site's."""
    with begin() as session:
        product = make_product(session, shop, image="https://shop.example/upload/a.jpg")
        session.add(
            ProductImage(
                product_id=product.id, url="https://shop.example/upload/a.jpg", position=0, is_primary=True
            )
        )
        make_link(session, product)
    return product


@pytest.fixture
def public(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The house is told where the world finds it."""
    chosen = replace(settings.current(), media_url="https://api.shop.example/api/v1/files")
    monkeypatch.setitem(app.config, SETTINGS, chosen)


def kept() -> int:
    return sum(1 for path in settings.current().media_dir.rglob("*") if path.is_file())


def urls(answer: Any) -> list[tuple[str, bool]]:
    return [(image["url"], image["is_primary"]) for image in answer.json["images"]]


def debts() -> list[str]:
    with begin() as session:
        return [row.key for row in session.scalars(select(Outbox))]


def test_pictures_by_address_are_kept_in_order(ask: Ask, florist: User, product: Product) -> None:
    path = f"/products/{product.id}/images"
    for body in (
        {"url": "https://shop.example/a.jpg"},
        {"url": "https://shop.example/b.jpg"},
        {"url": "https://shop.example/c.jpg", "position": 1},
        {"url": "https://shop.example/d.jpg", "is_primary": True},
        {"url": "https://shop.example/e.jpg", "position": 100},
    ):
        answer = ask("POST", path, user=florist, json=body)
        assert answer.status_code == 201, answer.text
    assert urls(answer) == [
        ("https://shop.example/d.jpg", True),
        ("https://shop.example/a.jpg", False),
        ("https://shop.example/c.jpg", False),
        ("https://shop.example/b.jpg", False),
        ("https://shop.example/e.jpg", False),
    ]
    assert answer.json["image"] == "https://shop.example/d.jpg"
    assert answer.json["version"] == 6
    with begin() as session:
        assert sorted(session.scalars(select(ProductImage.position))) == [0, 1, 2, 3, 4]
    assert debts() == []


def test_the_first_picture_is_the_products_image(ask: Ask, florist: User, product: Product) -> None:
    answer = ask("POST", f"/products/{product.id}/images", user=florist, json={"url": "https://shop.example/a.jpg"})
    assert (answer.json["image"], urls(answer)) == (
        "https://shop.example/a.jpg",
        [("https://shop.example/a.jpg", True)],
    )


def test_a_file_is_kept_and_shown(ask: Ask, florist: User, product: Product) -> None:
    answer = ask("POST", f"/products/{product.id}/images", user=florist, **form(picture(), is_primary="true"))
    assert answer.status_code == 201, answer.text
    url = answer.json["image"]
    assert ask("GET", url.removeprefix("/api/v1")).content_type == "image/jpeg"


def test_a_picture_is_taken_away_and_the_next_one_takes_its_place(
    ask: Ask, florist: User, product: Product
) -> None:
    path = f"/products/{product.id}/images"
    before = kept()
    first = ask("POST", path, user=florist, **form(picture())).json
    ask("POST", path, user=florist, json={"url": "https://shop.example/b.jpg"})
    assert kept() == before + 1
    answer = ask("DELETE", f"{path}/{first['images'][0]['id']}", user=florist)
    assert (answer.status_code, answer.data) == (204, b"")
    shown = ask("GET", f"/products/{product.id}", user=florist)
    assert (shown.json["image"], urls(shown)) == (
        "https://shop.example/b.jpg",
        [("https://shop.example/b.jpg", True)],
    )
    assert kept() == before
    ask("DELETE", f"{path}/{shown.json['images'][0]['id']}", user=florist)
    shown = ask("GET", f"/products/{product.id}", user=florist).json
    assert (shown["image"], shown["images"]) == (None, [])


def test_nobody_deletes_a_picture_by_naming_it_as_their_own(
    ask: Ask, florist: User, product: Product, shop: Shop
) -> None:
    theirs = add(make_product, shop, bitrix_id=None)
    sent = ask("POST", f"/products/{theirs.id}/images", as_role="florist", **form(picture()))
    url = sent.json["images"][0]["url"]
    new = {"name": "Розы", "price": 1}
    for answer, field in (
        (ask("POST", f"/products/{product.id}/images", user=florist, json={"url": url}), "url"),
        (
            ask(
                "PUT", f"/products/{product.id}", user=florist, json={"images": ["https://shop.example/a.jpg", url]}
            ),
            "images",
        ),
        (ask("PUT", f"/products/{product.id}", user=florist, json={"image": url}), "image"),
        (ask("POST", "/products/", user=florist, json=new | {"images": [url]}), "images"),
        (ask("POST", "/products/", user=florist, json=new | {"image": url}), "image"),
    ):
        assert (answer.status_code, list(answer.json["errors"])) == (422, [field])
    own = {"images": ["https://shop.example/first.jpg", url], "image": url}  # its own product may go on naming it
    assert ask("PUT", f"/products/{theirs.id}", as_role="florist", json=own).status_code == 200
    assert ask("GET", url.removeprefix("/api/v1")).status_code == 200


def test_of_a_mirrored_product_the_primary_is_owed(ask: Ask, mirrored: Product) -> None:
    path = f"/products/{mirrored.id}/images"
    answer = ask(
        "POST", path, as_role="florist", json={"url": "https://shop.example/upload/b.jpg", "is_primary": True}
    )
    assert answer.status_code == 201
    assert answer.json["image"] == "https://shop.example/upload/b.jpg"
    assert urls(answer) == [
        ("https://shop.example/upload/a.jpg", True)
    ]  # the site's own list follows when the site has taken it
    assert answer.json["sync"]["state"] == "pending"
    assert debts() == [str(mirrored.bitrix_id)]


def test_a_file_for_the_site_has_the_address_that_the_house_is_known_by(
    ask: Ask, mirrored: Product, public: None
) -> None:
    answer = ask(
        "POST",
        f"/products/{mirrored.id}/images",
        as_role="florist",
        headers={"Host": "evil.example"},
        **form(picture(), is_primary="true"),
    )
    assert answer.json["image"].startswith("https://api.shop.example/api/v1/files/")


def test_a_house_without_such_an_address_keeps_no_file_for_the_site(ask: Ask, mirrored: Product) -> None:
    before = kept()
    answer = ask(
        "POST",
        f"/products/{mirrored.id}/images",
        as_role="florist",
        **form(picture(), is_primary="true"),
    )
    assert (answer.status_code, list(answer.json["errors"])) == (409, ["file"])
    assert "MEDIA_URL" in answer.json["errors"]["file"][0]
    assert (kept(), debts()) == (before, [])


def test_what_a_product_of_the_shops_own_names_no_more_is_forgotten(
    ask: Ask, florist: User, product: Product, other_shop: Shop
) -> None:
    path, before = f"/products/{product.id}", kept()
    for _ in range(3):
        images = ask("POST", f"{path}/images", user=florist, **form(picture())).json["images"]
    first, second, third = (image["url"] for image in images)
    ask("PUT", path, user=florist, json={"images": [third, second], "image": second})
    assert [ask("GET", url.removeprefix("/api/v1")).status_code for url in (first, second, third)] == [
        404,
        200,
        200,
    ]
    ask("PUT", path, user=florist, json={"images": [third, "nowhere"]})
    ask("PUT", path, user=florist, json={"images": [third]})
    assert kept() == before + 2  # the product's `image` is the second yet
    ask("DELETE", path, user=add(make_user, other_shop, "manager"))
    assert kept() == before


def test_what_the_site_was_told_of_stays(ask: Ask, mirrored: Product, public: None) -> None:
    path, before = f"/products/{mirrored.id}", kept()
    ask("POST", f"{path}/images", as_role="florist", **form(picture(), is_primary="true"))
    ask("PUT", path, as_role="florist", json={"image": "https://shop.example/b.jpg"})
    ask("DELETE", path, as_role="manager")
    assert kept() == before + 1


def test_its_other_pictures_are_the_sites(ask: Ask, mirrored: Product) -> None:
    path, before = f"/products/{mirrored.id}/images", kept()
    image = ask("GET", f"/products/{mirrored.id}", as_role="florist").json["images"][0]
    for answer in (
        ask("POST", path, as_role="director", json={"url": "https://shop.example/b.jpg"}),
        ask("POST", path, as_role="director", **form(picture())),
        ask("DELETE", f"{path}/{image['id']}", as_role="director"),
    ):
        assert answer.status_code == 409
        assert list(answer.json["errors"]) == ["images"]
        assert "site" in answer.json["errors"]["images"][0]
    assert kept() == before
    assert debts() == []
    shown = ask("GET", f"/products/{mirrored.id}", as_role="florist")
    assert (urls(shown), shown.json["version"]) == ([("https://shop.example/upload/a.jpg", True)], 1)


def test_a_local_product_of_the_mirrored_shop_has_its_own(ask: Ask, shop: Shop) -> None:
    local = add(make_product, shop, bitrix_id=None)
    answer = ask(
        "POST", f"/products/{local.id}/images", as_role="florist", json={"url": "https://shop.example/a.jpg"}
    )
    assert (answer.status_code, debts()) == (201, [])


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "url"),
        ({"url": ""}, "url"),
        ({"url": "  "}, "url"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "https://"}, "url"),
        ({"url": "/upload/a.jpg"}, "url"),
        ({"url": "/" + "x" * 2000}, "url"),
        ({"url": "https://shop.example/a.jpg", "position": -1}, "position"),
        ({"url": "https://shop.example/a.jpg", "position": "1"}, "position"),
        ({"url": "https://shop.example/a.jpg", "is_primary": 1}, "is_primary"),
        ({"url": "https://shop.example/a.jpg", "id": 1}, "id"),
    ],
)
def test_a_body_of_the_wrong_kind_is_named(
    ask: Ask, florist: User, product: Product, body: Any, field: str
) -> None:
    answer = ask("POST", f"/products/{product.id}/images", user=florist, json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (form(b"not a picture"), 415),
        (form(picture(), name="photo"), 422),
        ({"data": b"x", "content_type": "text/plain"}, 415),
        ({"data": b"{", "content_type": "application/json"}, 422),
        ({"data": {"position": "far"}, "content_type": "multipart/form-data"}, 422),
    ],
)
def test_what_is_no_picture_is_refused_and_not_kept(
    ask: Ask, florist: User, product: Product, options: Any, status: int
) -> None:
    before = kept()
    assert ask("POST", f"/products/{product.id}/images", user=florist, **options).status_code == status
    assert kept() == before


def test_a_wrong_field_of_a_form_is_named(ask: Ask, florist: User, product: Product) -> None:
    sent, before = form(picture()), kept()
    sent["data"]["position"] = "far"
    answer = ask("POST", f"/products/{product.id}/images", user=florist, **sent)
    assert (answer.status_code, list(answer.json["errors"]), kept()) == (422, ["position"], before)


def test_another_shops_pictures_are_not_there(ask: Ask, florist: User, product: Product, mirrored: Product) -> None:
    before = kept()
    theirs = ask("GET", f"/products/{mirrored.id}", as_role="florist").json["images"][0]["id"]
    for answer in (
        ask("POST", f"/products/{mirrored.id}/images", user=florist, json={"url": "https://shop.example/a.jpg"}),
        ask("POST", f"/products/{mirrored.id}/images", user=florist, **form(picture())),
        ask("DELETE", f"/products/{mirrored.id}/images/{theirs}", user=florist),
        ask("DELETE", f"/products/{product.id}/images/{theirs}", user=florist),
    ):
        assert answer.status_code == 404
    assert kept() == before


def test_a_courier_adds_none(ask: Ask, mirrored: Product) -> None:
    path = f"/products/{mirrored.id}/images"
    assert ask("POST", path, as_role="courier", json={"url": "https://shop.example/a.jpg"}).status_code == 403
    assert ask("DELETE", f"{path}/1", as_role="courier").status_code == 403
    assert ask("POST", path, json={"url": "https://shop.example/a.jpg"}).status_code == 401
