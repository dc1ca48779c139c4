"""Public routes are limited by address where Valkey is there; nobody waits for it, or is refused without it."""

import io
import json
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from time import monotonic
from unittest.mock import patch

import pytest
from flask.testing import FlaskClient
from limits import parse
from werkzeug.test import TestResponse

import settings
from dev.embedded import Valkey
from models import Shop
from settings import Settings
from tasks import logs
from tests.people import PASSWORD, make_user
from tests.web.conftest import SECRET, Staff, add, bearer
from tests.web.test_errors import is_the_shape
from web import create_app, limit_store, rate_limits
from web.rights import RIGHTS, Right

PRODUCTS = "/api/v1/products/"
NOWHERE = "redis://127.0.0.1:9/0"


def limited(**changed: object) -> FlaskClient:
    current: Settings = settings.current()
    return create_app(replace(current, rate_limits=True, **changed)).test_client()  # type: ignore[arg-type]


@pytest.fixture
def customers(client: FlaskClient, shop: Shop) -> Iterator[FlaskClient]:
    """Of an app that lets three calls a minute through."""
    with patch.object(rate_limits, "USUAL", "3 per minute"), patch.dict(rate_limits.LIMITS, clear=True):
        yield limited()


def statuses(client: FlaskClient, times: int, path: str = PRODUCTS, address: str = "10.0.0.1") -> list[int]:
    environ = {"REMOTE_ADDR": address}
    return [client.get(path, environ_base=environ).status_code for _ in range(times)]


def test_one_call_too_many_is_told_when_to_come_back(customers: FlaskClient) -> None:
    assert statuses(customers, 3) == [200] * 3
    answer = customers.get(PRODUCTS, environ_base={"REMOTE_ADDR": "10.0.0.1"})
    is_the_shape(answer, 429)
    assert answer.json["detail"] == "Too many requests"
    assert 1 <= int(answer.headers["Retry-After"]) <= 61  # whole seconds, and rather late than early


def test_another_address_and_another_route_are_counted_apart(customers: FlaskClient) -> None:
    assert statuses(customers, 4)[-1] == 429
    assert statuses(customers, 3, address="10.0.0.2") == [200] * 3
    assert statuses(customers, 3, "/api/v1/products/999999") == [404] * 3


def test_all_processes_count_together(customers: FlaskClient) -> None:
    assert statuses(customers, 2) == [200] * 2
    assert statuses(limited(), 2) == [200, 429]


def test_a_line_of_ipv6_is_one_address(customers: FlaskClient) -> None:
    of_one_line = [statuses(customers, 1, address=f"2001:db8:1:2::{n}")[0] for n in range(4)]
    assert of_one_line == [200, 200, 200, 429]
    assert statuses(customers, 1, address="2001:db8:1:3::1") == [200]
    assert statuses(customers, 4, address="10.9.9.9")[-1] == statuses(customers, 1, address="::ffff:10.9.9.9")[0]


def test_after_a_while_one_may_call_again(customers: FlaskClient) -> None:
    with patch.object(rate_limits, "USUAL", "2 per second"):
        assert 429 in statuses(customers, 4)
        deadline = monotonic() + 5
        while statuses(customers, 1) != [200]:
            assert monotonic() < deadline


def test_the_watchers_and_the_site_are_never_refused(customers: FlaskClient) -> None:
    for path in ("/", "/health", "/ready", "/metrics"):
        assert 429 not in statuses(customers, 8, path)
    for _ in range(8):
        answer = customers.post(
            "/api/v1/webhooks/order-status-sync",
            json={"order_id": 1, "status": "AP"},
            headers={"X-Webhook-Secret": SECRET},
        )
        assert answer.status_code == 200


def test_routes_that_need_a_right_are_not_limited(customers: FlaskClient, staff: Staff) -> None:
    for _ in range(8):
        assert customers.get("/api/v1/auth/me", headers=bearer(staff("florist"))).status_code == 200


def test_a_browser_asking_for_permission_is_not_counted(customers: FlaskClient) -> None:
    for _ in range(8):
        assert customers.options(PRODUCTS).status_code == 200


def test_each_line_of_the_table_is_a_public_route_and_can_be_read() -> None:
    assert {name for name in rate_limits.LIMITS if RIGHTS.get(name) is not Right.PUBLIC} == set()
    assert {name for name in rate_limits.UNLIMITED if RIGHTS.get(name) is not Right.PUBLIC} == set()
    for limit in (rate_limits.USUAL, *rate_limits.LIMITS.values()):
        assert parse(limit).amount > 0


def test_a_route_has_the_limit_of_its_line(client: FlaskClient, shop: Shop) -> None:
    with patch.dict(rate_limits.LIMITS, {"auth.login": "2 per hour"}):
        app = limited()
        sent = [app.post("/api/v1/auth/login", json={}) for _ in range(3)]
    assert [answer.status_code for answer in sent] == [422, 422, 429]
    assert int(sent[2].headers["Retry-After"]) > 60


def test_limits_can_be_turned_off(client: FlaskClient, shop: Shop) -> None:
    with patch.object(rate_limits, "USUAL", "1 per minute"):
        assert statuses(client, 5) == [200] * 5


# Behind a proxy


def forwarded(client: FlaskClient, claimed: str) -> int:
    return client.get(PRODUCTS, headers={"X-Forwarded-For": claimed}).status_code


def test_who_claims_another_address_is_not_believed(customers: FlaskClient) -> None:
    assert [forwarded(customers, f"10.1.1.{n}") for n in range(4)] == [200, 200, 200, 429]


def test_what_the_trusted_proxy_adds_counts_and_what_the_customer_claims_does_not(customers: FlaskClient) -> None:
    behind = limited(trusted_proxies=1)
    assert [forwarded(behind, f"6.6.6.{n}, 10.1.1.1") for n in range(4)] == [200, 200, 200, 429]
    assert forwarded(behind, "10.1.1.2") == 200


# Without Valkey


@contextmanager
def written() -> Iterator[list[str]]:
    """Fills at its end with what was logged about the limits."""
    said: list[str] = []
    stream = io.StringIO()
    logs.configure(settings.current(), stream)
    try:
        yield said
    finally:
        logs.configure(settings.current())
        events = [json.loads(line)["event"] for line in stream.getvalue().splitlines()]
        said += [event for event in events if event.startswith("rate_limits")]


def test_without_valkey_everybody_is_let_through_and_it_is_said_once(customers: FlaskClient) -> None:
    cut_off = limited(redis_url=NOWHERE)
    began = monotonic()
    with written() as said, ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: cut_off.application.test_client().get(PRODUCTS), range(40)))
    assert {answer.status_code for answer in answers} == {200}
    assert monotonic() - began < 10
    assert said == ["rate_limits_open"]


def test_a_frozen_valkey_costs_a_moment_once(customers: FlaskClient, valkey_server: Callable[..., Valkey]) -> None:
    valkey = valkey_server()
    frozen = limited(redis_url=valkey.url())
    assert statuses(frozen, 1) == [200]
    os.kill(valkey.pid, signal.SIGSTOP)
    try:
        began = monotonic()
        with written() as said:
            assert statuses(frozen, 20) == [200] * 20
        assert monotonic() - began < 20 * limit_store.TIMEOUT_S  # as each of them would have waited
    finally:
        os.kill(valkey.pid, signal.SIGCONT)
    assert said == ["rate_limits_open"]


def test_a_valkey_that_is_back_counts_again(customers: FlaskClient, valkey_server: Callable[..., Valkey]) -> None:
    valkey = valkey_server()
    app = limited(redis_url=valkey.url())
    assert statuses(app, 4)[-1] == 429
    valkey.stop()
    with written() as said:
        assert statuses(app, 5) == [200] * 5
        valkey.start()
        assert statuses(app, 5) == [200] * 5, "it is asked again only after a pause"
        later = monotonic() + 10
        with patch.object(limit_store, "monotonic", lambda: later):
            assert 429 in statuses(app, 5)
    assert said == ["rate_limits_open", "rate_limits_counted_again"]


def test_wrong_passwords_are_counted_all_the_same(client: FlaskClient, shop: Shop) -> None:
    cut_off, user = limited(redis_url=NOWHERE), add(make_user, shop)

    def login(password: str) -> TestResponse:
        return cut_off.post("/api/v1/auth/login", json={"phone": user.phone, "password": password})

    assert login(PASSWORD).status_code == 200
    assert [login("guess").status_code for _ in range(6)] == [401] * 5 + [429]
    assert login(PASSWORD).status_code == 429
