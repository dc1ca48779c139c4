"""An app on this worker's own PostgreSQL and Valkey, its people, and ways to ask it."""

import os
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import patch

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

import settings
from models import Shop, User, begin
from tests.bound import bound
from tests.people import DEVELOPMENT, MIRRORED, make_shop, make_user
from tests.queries import busiest
from web import create_app, lockout, tokens

SECRET = "canary-webhook-secret-now"
OLD_SECRET = "canary-webhook-secret-before"
ENVIRONMENT = {
    "WEBHOOK_SECRET": SECRET,
    "WEBHOOK_SECRET_PREVIOUS": OLD_SECRET,
    "JWT_SECRET": "canary-jwt-secret-thirty-two-bytes-long",
    "BITRIX_TOKEN": "canary-bitrix-token",
    "TIME_SCALE": "0.1",
    "RATE_LIMITS": "off",  # tests of the limits make an app of their own
}
MOST_STATEMENTS = 10  # of one request
MORE = {  # what is known to take more, and how many
    "orders.add_item": 11,  # of an order the site knows
    "sync.resolve_conflict": 16,  # where an order's lines are put back
    "sync.stop_run": 17,  # of both kinds, where neither has begun
}

Ask = Callable[..., TestResponse]
Staff = Callable[[str], User]


@pytest.fixture(scope="package", autouse=True)
def _bound(database_url: str, redis_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    media = str(tmp_path_factory.mktemp("media"))
    with patch.dict(os.environ, ENVIRONMENT, MEDIA_DIR=media), bound(database_url, redis_url):
        yield


@pytest.fixture(scope="package")
def app(_bound: None) -> Flask:
    return create_app()


@pytest.fixture
def client(app: Flask, clean: None) -> Iterator[FlaskClient]:
    """Whatever a test asks for, no route answers it with more statements than it may."""
    for counted in (lockout.OF_A_PHONE_AT_AN_ADDRESS, lockout.OF_A_PHONE, lockout.OF_AN_ADDRESS):
        counted._empty_at.clear()
    with busiest() as statements:
        yield app.test_client()
    too_many = {name: count for name, count in statements.items() if count > MORE.get(name, MOST_STATEMENTS)}
    assert too_many == {}


@pytest.fixture
def shop(client: FlaskClient) -> Shop:
    """The mirrored one."""
    return add(make_shop, MIRRORED)


@pytest.fixture
def other_shop(client: FlaskClient) -> Shop:
    """Not mirrored, and a stranger to the first."""
    return add(make_shop, DEVELOPMENT)


def add(make: Callable[..., Any], *args: Any, **columns: Any) -> Any:
    """A row from one of the builders, committed."""
    with begin() as session:
        return make(session, *args, **columns)


def bearer(user: User) -> dict[str, str]:
    return {"Authorization": f"Bearer {tokens.issue(user.id, settings.current())}"}


@pytest.fixture
def staff(shop: Shop) -> Staff:
    """Somebody of the mirrored shop, by role; the same person each time."""
    people: dict[str, User] = {}

    def of_role(role: str) -> User:
        if role not in people:
            given = (None, "director") if role == "superadmin" else (shop, role)
            people[role] = add(make_user, *given)
        return people[role]

    return of_role


@pytest.fixture
def ask(client: FlaskClient, staff: Staff) -> Ask:
    """`ask("PATCH", "/orders/1/status", as_role="courier", json={...})`; nobody without `as_role` or `user`."""

    def send(
        method: str, path: str, as_role: str | None = None, user: User | None = None, **options: Any
    ) -> TestResponse:
        headers = dict(options.pop("headers", {}))
        if as_role:
            user = staff(as_role)
        if user:
            headers |= bearer(user)
        return client.open(f"/api/v1{path}", method=method, headers=headers, **options)

    return send


@pytest.fixture
def notify(client: FlaskClient) -> Ask:
    """A webhook as the site sends it: `notify("order-status-sync", {...})`."""

    def send(kind: str, body: Any, secret: str | None = SECRET) -> TestResponse:
        headers = {"X-Webhook-Secret": secret} if secret is not None else {}
        return client.post(f"/api/v1/webhooks/{kind}", json=body, headers=headers)

    return send
