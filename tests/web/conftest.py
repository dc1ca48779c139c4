"""An app on this worker's own PostgreSQL and Valkey, its people, and ways to ask it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

import settings as house
from models import Shop, User, begin, engine
from settings import Settings
from tests.people import DEVELOPMENT, MIRRORED, make_shop, make_user
from web import create_app, tokens

SECRET = "the-secret-in-force-now"
OLD_SECRET = "the-secret-before-it"

Ask = Callable[..., TestResponse]


@pytest.fixture(scope="session")
def web_settings(database_url: str, redis_url: str) -> Iterator[Settings]:
    """What this process runs with; `models.engine` and all that ask for the current settings see them too."""
    before = house.current
    chosen = replace(
        house.load({"DATABASE_URL": database_url, "REDIS_URL": redis_url, "TIME_SCALE": "0.1"}),
        webhook_secrets=(SECRET, OLD_SECRET),
    )
    house.current = lambda: chosen  # type: ignore[assignment]
    engine.cache_clear()
    yield chosen
    engine().dispose()
    engine.cache_clear()
    house.current = before


@pytest.fixture(scope="session")
def app(web_settings: Settings) -> Flask:
    return create_app(web_settings)


@pytest.fixture
def client(app: Flask, clean: None) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def shop(client: FlaskClient) -> Shop:
    """The mirrored one."""
    with begin() as session:
        return make_shop(session, MIRRORED)


@pytest.fixture
def other_shop(client: FlaskClient) -> Shop:
    """Not mirrored, and a stranger to the first."""
    with begin() as session:
        return make_shop(session, DEVELOPMENT)


def add(make: Callable[..., Any], *args: Any, **columns: Any) -> Any:
    """A row from one of the builders, committed."""
    with begin() as session:
        return make(session, *args, **columns)


def token(user: User) -> dict[str, str]:
    return {"Authorization": f"Bearer {tokens.issue(user.id, house.current())}"}


@pytest.fixture
def staff(shop: Shop) -> Callable[[str], User]:
    """Somebody of the mirrored shop, by role; the same person each time."""
    people: dict[str, User] = {}

    def of_role(role: str = "director") -> User:
        if role not in people:
            people[role] = add(
                make_user, None if role == "superadmin" else shop, "director" if role == "superadmin" else role
            )
        return people[role]

    return of_role


@pytest.fixture
def ask(client: FlaskClient, staff: Callable[[str], User]) -> Ask:
    """`ask("PATCH", "/api/v1/orders/1/status", as_role="courier", json={...})`; nobody without `as_role`."""

    def send(method: str, path: str, as_role: str | None = None, **options: Any) -> TestResponse:
        headers = dict(options.pop("headers", {}))
        if as_role:
            headers |= token(staff(as_role))
        return client.open(path, method=method, headers=headers, **options)

    return send
