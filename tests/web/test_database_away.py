"""With the database out of reach every route says so, and recovers by itself when it is back."""

from collections.abc import Iterator

import psycopg2.extensions
import pytest
from flask.testing import FlaskClient

from models import Shop
from tests.bound import bound
from tests.web.conftest import SECRET, Ask, Staff, bearer
from tests.web.inbox import events
from web import create_app

NOWHERE = "postgresql://nobody@127.0.0.1:9/nothing"
STATUS = "/api/v1/webhooks/order-status-sync"


@pytest.fixture
def cut_off(client: FlaskClient, staff: Staff, redis_url: str) -> Iterator[FlaskClient]:
    headers = bearer(staff("director"))
    with bound(NOWHERE, redis_url):
        away = create_app().test_client()
        away.environ_base["HTTP_AUTHORIZATION"] = headers["Authorization"]
        away.environ_base["HTTP_X_WEBHOOK_SECRET"] = SECRET
        yield away


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", STATUS, {"order_id": 1, "status": "AP"}),
        ("POST", "/api/v1/webhooks/product-sync", {"event_type": "product.updated", "product_data": {"id": 1}}),
        ("POST", "/api/v1/auth/login", {"phone": "+77000000001", "password": "x"}),
        ("GET", "/api/v1/auth/me", None),
        ("GET", "/api/v1/products/", None),
        ("GET", "/api/v1/orders/", None),
        ("PATCH", "/api/v1/orders/1/status", {"status": "paid"}),
    ],
)
def test_it_is_a_503_that_says_when_to_try_again(
    cut_off: FlaskClient, method: str, path: str, body: object
) -> None:
    answer = cut_off.open(path, method=method, json=body)
    assert answer.status_code == 503
    assert answer.json["detail"] == "Database out of reach"
    assert int(answer.headers["Retry-After"]) > 0


def test_a_forged_webhook_is_refused_all_the_same(cut_off: FlaskClient) -> None:
    answer = cut_off.post(STATUS, json={"order_id": 1, "status": "AP"}, headers={"X-Webhook-Secret": "wrong"})
    assert answer.status_code == 401


def test_a_webhook_survives_a_restart_of_the_database(
    notify: Ask, shop: Shop, janitor: psycopg2.extensions.cursor
) -> None:
    """The pool's connections are dead, and the one webhook that finds out tries again on a new one."""
    for _ in range(3):
        assert notify("order-status-sync", {"order_id": 1, "status": "AP"}).status_code == 200
        janitor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND application_name = 'cvety'"
        )
    assert notify("order-status-sync", {"order_id": 1, "status": "AP"}).status_code == 200
    assert len(events()) == 4


def test_a_caller_is_found_after_a_restart_of_the_database(ask: Ask, janitor: psycopg2.extensions.cursor) -> None:
    assert ask("GET", "/auth/me", as_role="florist").status_code == 200
    janitor.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND application_name = 'cvety'"
    )
    assert ask("GET", "/auth/me", as_role="florist").status_code == 200
