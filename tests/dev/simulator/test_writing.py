"""The product PUT in its dialects, and what the site makes of the values it is sent."""

from typing import Any

import pytest

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tests.dev.simulator.literals import CREATE_ORDER, PUT_PRODUCT
from tests.dev.simulator.receiver import Receiver
from tests.dev.simulator.visitor import Visitor

PATH = "/products/update-from-railway/7"
BARE = "/products/update-from-railway/"
BODIES: dict[str, tuple[str, dict[str, Any]]] = {
    "path": (PATH, {"name": "Пионы", "enabled": False}),
    "body": (BARE, {"id": 7, "title": "Пионы", "isAvailable": False}),
    "path-yn": (PATH, {"name": "Пионы", "enabled": "N"}),
}


@pytest.fixture
def roses(florist: Florist) -> Florist:
    """A site with one product, number 7."""
    florist.create_product(id=7, title="Розы", price="7 500 ₸", image="/upload/a.jpeg")
    return florist


def shown(florist: Florist) -> dict[str, Any]:
    return florist.product(7)["data"]


@pytest.mark.parametrize("dialect", BODIES)
def test_a_site_understands_its_own_dialect(railway: Visitor, roses: Florist, dialect: str) -> None:
    roses.config(dialect=dialect)
    path, body = BODIES[dialect]
    assert railway.send("PUT", path, json=body).status_code == 200
    assert (shown(roses)["title"], shown(roses)["isAvailable"]) == ("Пионы", False)


@pytest.mark.parametrize("dialect", BODIES)
def test_a_site_refuses_the_other_dialects(railway: Visitor, roses: Florist, dialect: str) -> None:
    roses.config(dialect=dialect)
    others = [BODIES[other] for other in BODIES if other != dialect]
    answers = [railway.send("PUT", path, json=body).status_code for path, body in others]
    assert set(answers) <= {400, 405}
    assert shown(roses)["title"] == "Розы"


@pytest.mark.parametrize("key", PUT_PRODUCT)
def test_a_key_that_is_not_sent_leaves_its_field(railway: Visitor, roses: Florist, key: str) -> None:
    before = shown(roses)
    assert railway.send("PUT", PATH, json={key: PUT_PRODUCT[key]}).status_code == 200
    names = {"name": ["title"], "image": ["image", "images"], "enabled": ["isAvailable"]}
    touched = names.get(key, [key])
    after = shown(roses)
    assert {k: v for k, v in after.items() if k not in touched} == {
        k: v for k, v in before.items() if k not in touched
    }


UNREADABLE = ["{", "[]", '{"price": "-5"}', '{"price": "free"}']
WRONG = ['{"name": ""}', '{"name": 5}', '{"enabled": 1}', '{"x": 1}']


@pytest.mark.parametrize("body", [*UNREADABLE, *WRONG])
def test_a_bad_payload_is_refused(railway: Visitor, roses: Florist, body: str) -> None:
    answer = railway.send("PUT", PATH, data=body)
    assert (answer.status_code, answer.json()["status"]) == (400, False)
    assert answer.json()["error"]


def test_a_put_needs_its_own_token(site: Visitor, roses: Florist) -> None:
    answer = site.send("PUT", PATH, json=PUT_PRODUCT)
    assert (answer.status_code, answer.json()["status"]) == (401, False)


def test_a_put_of_an_unknown_product_is_not_found(railway: Visitor, florist: Florist) -> None:
    answer = railway.send("PUT", PATH, json=PUT_PRODUCT)
    assert (answer.status_code, answer.json()["status"]) == (404, False)


def test_a_put_echoes_as_a_webhook(railway: Visitor, roses: Florist, backend: Receiver) -> None:
    railway.send("PUT", PATH, json={"price": "5 000 ₸"})
    [event] = backend.bodies(1)
    assert event["event_type"] == "product.updated"
    assert event["product_data"]["price"] == "5 000 ₸"


def test_a_foreign_image_is_hosted_anew(railway: Visitor, roses: Florist) -> None:
    railway.send("PUT", PATH, json={"image": "https://cdn.example/a.jpg"})
    image = shown(roses)["image"]
    railway.send("PUT", PATH, json={"image": "https://cdn.example/a.jpg"})
    assert image.startswith("/upload/")
    assert image.endswith(".jpeg")
    assert shown(roses)["image"] == image
    assert shown(roses)["images"] == [image]


@pytest.mark.parametrize("url", ["https://shop.example/upload/b.jpeg", "/upload/b.jpeg"])
def test_an_image_of_the_site_stays_where_it_is(railway: Visitor, roses: Florist, url: str) -> None:
    railway.send("PUT", PATH, json={"image": url})
    assert shown(roses)["image"] == url


def test_an_image_under_the_address_we_know_the_site_by_stays(
    railway: Visitor, roses: Florist, simulator: SimulatorProcess
) -> None:
    railway.send("PUT", PATH, json={"image": f"{simulator.url}/upload/b.jpeg"})
    assert shown(roses)["image"] == f"{simulator.url}/upload/b.jpeg"


def test_an_image_can_be_taken_away(railway: Visitor, roses: Florist) -> None:
    railway.send("PUT", PATH, json={"image": ""})
    assert (shown(roses)["image"], shown(roses)["images"]) == ("", [])


def test_a_foreign_image_stays_when_hosting_is_off(railway: Visitor, roses: Florist) -> None:
    roses.config(rehost_images=False)
    railway.send("PUT", PATH, json={"image": "https://cdn.example/a.jpg"})
    assert shown(roses)["image"] == "https://cdn.example/a.jpg"


@pytest.mark.parametrize(("rounds", "price"), [(False, "4 950,50 ₸"), (True, "4 951 ₸")])
def test_prices_are_rounded_when_the_site_does_so(
    railway: Visitor, roses: Florist, rounds: bool, price: str
) -> None:
    roses.config(round_prices=rounds)
    railway.send("PUT", PATH, json={"price": "4 950,50 ₸"})
    assert shown(roses)["price"] == price


def test_titles_are_trimmed_and_escaped_when_the_site_does_so(railway: Visitor, roses: Florist) -> None:
    roses.config(escape_titles=True, trim_titles=8)
    railway.send("PUT", PATH, json={"name": "Розы & пионы"})
    assert shown(roses)["title"] == "Розы &amp; п"


def test_an_order_with_an_unknown_product_is_refused(site: Visitor, florist: Florist) -> None:
    answer = site.send("POST", "/orders/create/", json=CREATE_ORDER)
    assert (answer.status_code, answer.json()["error"]) == (400, "Product not found: 698875")


def test_a_picked_up_order_pays_no_delivery(site: Visitor, florist: Florist) -> None:
    florist.create_product(id=698875)
    answer = site.send("POST", "/orders/create/", json=CREATE_ORDER | {"pickup": "Y"}).json()
    assert (answer["price"], answer["delivery_price"], answer["pickup"]) == (15000, 0, "Y")


def test_a_created_order_is_an_event(site: Visitor, florist: Florist, backend: Receiver) -> None:
    florist.create_product(id=698875, silent=True)
    order_id = site.send("POST", "/orders/create/", json=CREATE_ORDER).json()["order_id"]
    [event] = backend.bodies(1)
    assert (event["order_id"], event["status"]) == (order_id, "N")


def test_an_unknown_patch_name_is_refused(site: Visitor, florist: Florist) -> None:
    florist.create_order(id=7)
    assert site.send("PATCH", "/orders/7/status/", json={"status": "AP"}).status_code == 400
    assert site.send("PATCH", "/orders/7/status/", json={}).status_code == 400
    assert site.send("PATCH", "/orders/8/status/", json={"status": "PAID"}).status_code == 404
