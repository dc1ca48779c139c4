"""One id from the request to the row: taken where it is harmless, else made."""

import pytest
from flask.testing import FlaskClient

from models import Shop
from tests.web.conftest import SECRET
from tests.web.inbox import events

STATUS = "/api/v1/webhooks/order-status-sync"


@pytest.mark.parametrize("given", ["abc", "A-1_2.3:4", "x" * 64])
def test_a_good_one_is_taken_and_echoed(client: FlaskClient, given: str) -> None:
    assert client.get("/", headers={"X-Request-ID": given}).headers["X-Request-ID"] == given


@pytest.mark.parametrize(
    "given", ["", " ", "x" * 65, "a b", "a\tb", "<script>", "ид".encode().decode("latin-1"), '"}']
)
def test_a_doubtful_one_is_replaced(client: FlaskClient, given: str) -> None:
    echoed = client.get("/", headers={"X-Request-ID": given}).headers["X-Request-ID"]
    assert echoed != given
    assert len(echoed) == 32


def test_each_request_has_its_own(client: FlaskClient) -> None:
    assert client.get("/").headers["X-Request-ID"] != client.get("/").headers["X-Request-ID"]


def test_it_goes_with_the_webhook_into_the_inbox(client: FlaskClient, shop: Shop) -> None:
    headers = {"X-Webhook-Secret": SECRET, "X-Request-ID": "from-the-site-1"}
    client.post(STATUS, json={"order_id": 1, "status": "AP"}, headers=headers)
    assert [event.request_id for event in events()] == ["from-the-site-1"]


def test_it_is_in_every_error(client: FlaskClient) -> None:
    answer = client.get("/nowhere", headers={"X-Request-ID": "mine"})
    assert answer.json["request_id"] == "mine"
