"""Guessing passwords is hopeless, from one address or from many, with Valkey or without it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from unittest.mock import patch

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from models import Shop
from tests.people import PASSWORD, make_user
from tests.web.conftest import add
from web import throttle
from web.api.auth import sessions


@pytest.fixture
def clock() -> Iterator[list[float]]:
    """A clock of the counting alone, which stands until it is moved."""
    now = [1000.0]
    with patch.object(throttle, "monotonic", side_effect=lambda: now[0]):
        yield now


@pytest.fixture
def quick() -> Iterator[None]:
    def verify(known: str | None, given: str) -> bool:
        return known is not None and given == PASSWORD

    with patch.object(sessions, "verify_password", verify):
        yield


def login(client: FlaskClient, phone: str, password: str = "guess", address: str = "10.0.0.1") -> TestResponse:
    body = {"phone": phone, "password": password}
    return client.post("/api/v1/auth/login", json=body, environ_base={"REMOTE_ADDR": address})


def test_whoever_guesses_locks_themselves_out_and_not_the_owner(
    client: FlaskClient, shop: Shop, clock: list[float], quick: None
) -> None:
    user, other = add(make_user, shop), add(make_user, shop)
    assert [login(client, user.phone).status_code for _ in range(6)] == [401] * 5 + [429]
    answer = login(client, user.phone, PASSWORD)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "300")
    assert answer.json["detail"] == "Too many wrong passwords"
    assert login(client, other.phone, PASSWORD).status_code == 200
    for _ in range(30):
        assert login(client, user.phone, PASSWORD, address="10.0.0.2").status_code == 200
        login(client, user.phone)
        clock[0] += 10


def test_a_phone_is_locked_whatever_address_the_guesses_come_from(
    client: FlaskClient, shop: Shop, clock: list[float], quick: None
) -> None:
    user, other = add(make_user, shop), add(make_user, shop)
    statuses = [login(client, user.phone, address=f"10.0.{n}.1").status_code for n in range(11)]
    assert statuses == [401] * 10 + [429]
    answer = login(client, user.phone, PASSWORD)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "30")
    assert login(client, other.phone, PASSWORD).status_code == 200


def test_no_number_of_addresses_has_more_guesses_than_the_phone_allows(
    client: FlaskClient, shop: Shop, clock: list[float], quick: None
) -> None:
    user, tried = add(make_user, shop), 0
    for second in range(0, 1800, 10):
        tried += login(client, user.phone, address=f"10.{second // 10}.0.1").status_code == 401
        clock[0] += 10
    assert tried <= 10 + 1800 / 30


def test_one_address_has_still_fewer(client: FlaskClient, shop: Shop, clock: list[float], quick: None) -> None:
    user, tried = add(make_user, shop), 0
    for _ in range(0, 1800, 10):
        tried += login(client, user.phone).status_code == 401
        clock[0] += 10
    assert tried <= 5 + 1800 / 300


def test_an_address_is_locked_whatever_phones_it_tries(
    client: FlaskClient, shop: Shop, clock: list[float], quick: None
) -> None:
    user = add(make_user, shop)
    statuses = [login(client, f"+7700001{n:04d}").status_code for n in range(51)]
    assert statuses == [401] * 50 + [429]
    assert login(client, user.phone, PASSWORD).status_code == 429
    assert login(client, user.phone, PASSWORD, address="10.0.0.2").status_code == 200


def test_an_unknown_phone_is_locked_like_a_known_one(
    client: FlaskClient, shop: Shop, clock: list[float], quick: None
) -> None:
    assert [login(client, "+77000009999").status_code for _ in range(6)] == [401] * 5 + [429]


def test_mistakes_are_forgiven_over_time(client: FlaskClient, shop: Shop, clock: list[float], quick: None) -> None:
    user = add(make_user, shop)
    for _ in range(5):
        login(client, user.phone)
    clock[0] += 299
    assert login(client, user.phone, PASSWORD).headers["Retry-After"] == "1"
    clock[0] += 1
    assert login(client, user.phone, PASSWORD).status_code == 200
    clock[0] += 1500
    assert [login(client, user.phone).status_code for _ in range(6)] == [401] * 5 + [429]


def test_the_right_password_is_no_mistake_and_forgives_none(
    client: FlaskClient, shop: Shop, clock: list[float], quick: None
) -> None:
    user = add(make_user, shop)
    for _ in range(60):
        assert login(client, user.phone, PASSWORD).status_code == 200
    for _ in range(4):
        login(client, user.phone)
    assert login(client, user.phone, PASSWORD).status_code == 200
    assert [login(client, user.phone).status_code for _ in range(2)] == [401, 429]


def test_what_a_phone_is_refused_does_not_count_against_the_address(
    client: FlaskClient, shop: Shop, clock: list[float], quick: None
) -> None:
    for _ in range(100):
        login(client, "+77000009999")
    assert login(client, add(make_user, shop).phone, PASSWORD).status_code == 200


def test_guesses_at_the_same_moment_count_too(app: Flask, client: FlaskClient, shop: Shop, quick: None) -> None:
    user = add(make_user, shop)
    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(lambda _: login(app.test_client(), user.phone).status_code, range(40)))
    assert (statuses.count(401), statuses.count(429)) == (5, 35)


def test_a_failure_of_ours_is_nobodys_mistake(client: FlaskClient, shop: Shop, clock: list[float]) -> None:
    user = add(make_user, shop)
    with patch.object(sessions, "verify_password", side_effect=ZeroDivisionError):
        assert {login(client, user.phone).status_code for _ in range(20)} == {500}
    assert login(client, user.phone, PASSWORD).status_code == 200
