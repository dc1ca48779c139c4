"""One line per request, and nothing private in any of them."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

import settings
from models import Shop, begin
from tasks import logs
from tests.people import PASSWORD, make_user
from tests.shopfloor import make_product
from tests.web.conftest import SECRET, Ask, Staff, add

CANARIES = {
    "name": "Канарейка",
    "phone": "+77055555555",
    "password": PASSWORD,
    "secret": SECRET,
    "address": "улица Канареечная",
}


@pytest.fixture
def written(client: FlaskClient) -> Iterator[io.StringIO]:
    stream = io.StringIO()
    logs.configure(settings.current(), stream)
    yield stream
    logs.configure(settings.current())


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_each_request_is_one_line(client: FlaskClient, written: io.StringIO) -> None:
    client.get("/api/v1/products/?search=secret", headers={"X-Request-ID": "mine"})
    (line,) = lines(written)
    assert line.pop("ms") >= 0
    line.pop("timestamp")
    assert line == {
        "event": "request",
        "level": "info",
        "method": "GET",
        "path": "/api/v1/products/",
        "endpoint": "products.list_public",
        "status": 404,
        "request_id": "mine",
    }


def test_an_unexpected_failure_says_where(
    client: FlaskClient, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(client.application.view_functions, "app.index", lambda: 1 / 0)
    assert client.get("/").status_code == 500
    failed, request = lines(written)
    assert "ZeroDivisionError" in failed["exception"]
    assert failed["request_id"] == request["request_id"]


def test_nothing_private_is_ever_written(
    ask: Ask, client: FlaskClient, shop: Shop, staff: Staff, written: io.StringIO
) -> None:
    logging.getLogger().setLevel(logging.DEBUG)
    person = add(make_user, shop, name=CANARIES["name"], phone=CANARIES["phone"])
    with begin() as session:
        product = make_product(session, shop)
    token = client.post("/api/v1/auth/login", json={"phone": person.phone, "password": PASSWORD}).json[
        "access_token"
    ]
    client.post("/api/v1/auth/login", json={"phone": person.phone, "password": "wrong"})
    client.get("/api/v1/auth/me", headers={"Authorization": f"Bearer {token}"})
    client.get("/api/v1/auth/me", headers={"Authorization": f"Bearer {token}x"})
    ask("GET", f"/orders/?search={CANARIES['name']}&phone={CANARIES['phone']}", as_role="director")
    ask("GET", f"/orders/{CANARIES['phone']}", as_role="director")
    order = {
        "customer_name": CANARIES["name"],
        "phone": CANARIES["phone"],
        "delivery_address": CANARIES["address"],
        "items": [{"product_id": product.id, "quantity": 1}],
    }
    placed = ask("POST", "/orders/", as_role="director", json=order)
    assert placed.status_code == 201
    tracking_id = placed.json["tracking_id"]
    for method, path in (("GET", ""), ("GET", "/status"), ("DELETE", "")):  # the last one matches no route
        ask(method, f"/orders/by-tracking/{tracking_id}{path}")
    assert ask("POST", "/orders/", as_role="director", json=order | {"name": CANARIES["name"]}).status_code == 422
    notes = {"order_id": 1, "status": "AP", "notes": f"{CANARIES['name']} {CANARIES['phone']}"}
    for secret in (SECRET, SECRET + "x"):
        client.post("/api/v1/webhooks/order-status-sync", json=notes, headers={"X-Webhook-Secret": secret})
    text = written.getvalue()
    assert len(lines(written)) >= 10
    phone = CANARIES["phone"].removeprefix("+7")
    for canary in [*CANARIES.values(), token, tracking_id, phone, settings.current().jwt_secret]:
        assert canary not in text
