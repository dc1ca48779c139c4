"""Is all well? From rows and from what was last seen of the broker."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func

from models import Heartbeat, begin
from schedules import QUEUES
from tasks.heartbeat import beat
from tests.bound import bound
from tests.poll import until
from web import create_app

ALIVE = [*(f"worker:{queue}" for queue in QUEUES), "beat"]


@pytest.fixture
def alive(client: FlaskClient) -> None:
    for name in ALIVE:
        beat(name, ok=True)


def age(name: str, seconds: float) -> None:
    with begin() as session:
        session.get_one(Heartbeat, name).at = func.clock_timestamp() - timedelta(seconds=seconds)


def test_with_all_alive_it_is_healthy(client: FlaskClient, alive: None) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert set(answer.json) == {"status", "timestamp", "service", "version", "checks"}
    assert set(answer.json["checks"]) == {"database", "broker", "workers", "beat", "bitrix"}
    assert answer.json["status"] == "healthy"
    assert answer.json["checks"]["bitrix"] == {"ok": True, "detail": "no call yet"}


@pytest.mark.parametrize("name", ALIVE)
def test_who_was_not_heard_of_for_long_makes_it_degraded(client: FlaskClient, alive: None, name: str) -> None:
    age(name, 7)  # sixty seconds at a tenth of the scale
    answer = client.get("/health")
    assert (answer.status_code, answer.json["status"]) == (200, "degraded")
    part, _, queue = name.partition(":")
    check = answer.json["checks"]["workers"]["queues"][queue] if queue else answer.json["checks"][part]
    assert check["ok"] is False
    assert check["age_s"] >= 7


@pytest.mark.parametrize("name", ALIVE)
def test_who_never_gave_a_sign_makes_it_degraded(client: FlaskClient, alive: None, name: str) -> None:
    with begin() as session:
        session.delete(session.get_one(Heartbeat, name))
    answer = client.get("/health")
    assert (answer.status_code, answer.json["status"]) == (200, "degraded")


def test_a_site_that_is_down_degrades_but_never_fails(client: FlaskClient, alive: None) -> None:
    beat("bitrix", ok=False, outcome="timeout", route="products")
    answer = client.get("/health")
    assert (answer.status_code, answer.json["status"]) == (200, "degraded")
    assert answer.json["checks"]["bitrix"]["outcome"] == "timeout"


def test_a_site_nobody_had_to_call_for_long_is_well(client: FlaskClient, alive: None) -> None:
    beat("bitrix", ok=True, outcome="ok")
    age("bitrix", 100_000)
    assert client.get("/health").json["status"] == "healthy"


@pytest.fixture
def elsewhere(database_url: str, client: FlaskClient) -> Callable[..., AbstractContextManager[None]]:
    """Valkey, and the database too if asked, at an address where nobody answers."""
    nowhere = "redis://127.0.0.1:9/0"

    def app_at(database: str = database_url) -> AbstractContextManager[None]:
        return bound(database, nowhere)

    return app_at


def test_without_valkey_it_is_degraded(elsewhere: Any, alive: None) -> None:
    with elsewhere():
        client = create_app().test_client()
        answer = client.get("/health")
        assert (answer.status_code, answer.json["status"]) == (200, "degraded")
        assert answer.json["checks"]["broker"]["ok"] is False
        assert client.get("/ready").status_code == 200


def test_without_the_database_it_is_a_503_of_the_same_shape(elsewhere: Any) -> None:
    with elsewhere("postgresql://nobody@127.0.0.1:9/nothing"):
        client = create_app().test_client()
        answer = client.get("/health")
        assert (answer.status_code, answer.json["status"]) == (503, "degraded")
        assert answer.json["checks"]["database"]["ok"] is False
        ready = client.get("/ready")
        assert (ready.status_code, set(ready.json)) == (503, {"detail", "request_id"})


def test_the_broker_is_seen_again_when_it_is_back(client: FlaskClient, alive: None) -> None:
    until(lambda: client.get("/health").json["checks"]["broker"]["ok"])


def test_the_root_says_who_it_is_without_asking_anybody(elsewhere: Any) -> None:
    with elsewhere("postgresql://nobody@127.0.0.1:9/nothing"):
        answer = create_app().test_client().get("/")
    assert answer.json == {"name": "cvety", "version": "0.1.0"}
