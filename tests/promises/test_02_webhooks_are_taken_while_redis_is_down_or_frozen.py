"""Promise 2: nobody who answers a webhook waits for Valkey."""

import os
import signal
import statistics
import time
from collections.abc import Callable

import pytest

from dev.embedded import Postgres, Valkey
from tests.promises import rows
from tests.promises.conftest import Build
from tests.promises.house import House
from tests.promises.posting import Answer, post, status_event
from tests.servers import TEMPLATE

POSTS = 150
FIRST_S, AFTER_S = 3.0, 0.1


@pytest.mark.promise
def test_webhooks_are_answered_as_fast_with_a_frozen_and_with_a_dead_valkey(house: House, valkey: Valkey) -> None:
    """Promised are 3 s for the first and 100 ms after.

    A busy machine may need more than 100 ms for any answer, Valkey or not. Then three times as long as the
    same route took a moment before, with Valkey alive, is the measure.
    """
    rows.mirrored_shop()
    house.start("web")
    usual = _post_many(house, "PD")
    allowed = max(AFTER_S, 3 * _p99(usual))

    os.kill(valkey.pid, signal.SIGSTOP)
    first, frozen = _post_many(house, "AP", 20), _post_many(house, "AP")
    valkey.kill()
    dead = _post_many(house, "CO")

    assert all(answer.ok for answer in usual + first + frozen + dead)
    assert _p99(first) < FIRST_S
    assert _p99(frozen) < allowed
    assert _p99(dead) < allowed


@pytest.mark.promise
def test_what_was_taken_while_valkey_was_dead_is_applied_after_its_return(house: House, valkey: Valkey) -> None:
    (order,) = rows.linked_orders(1)
    house.start("web", "inbox")
    valkey.kill()

    answer = post(house, status_event(order, "AP"))
    assert answer.ok
    assert answer.seconds < FIRST_S
    assert rows.events() == {"pending": 1}

    valkey.start()
    house.until(lambda: rows.codes()[order] == "AP", 30)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_what_was_taken_in_a_long_outage_is_applied_within_30_s_of_its_end(build: Build, valkey: Valkey) -> None:
    """Left to itself kombu's attempts to connect are half a minute apart by then."""
    house = build(TIME_SCALE="1")
    (order,) = rows.linked_orders(1)
    house.start("web", "inbox")
    valkey.kill()
    assert post(house, status_event(order, "AP")).ok
    time.sleep(250)

    valkey.start()
    house.until(lambda: rows.codes()[order] == "AP", 30)


@pytest.mark.promise
def test_a_webhook_that_cannot_be_stored_is_answered_with_503(
    build: Build, postgres_server: Callable[..., Postgres]
) -> None:
    postgres = postgres_server()
    house = build(database_url=postgres.url(TEMPLATE))
    rows.mirrored_shop()
    house.start("web")
    postgres.kill()

    assert post(house, status_event(1, "AP")).status == 503

    postgres.start()
    assert post(house, status_event(1, "AP")).ok
    assert rows.value("SELECT count(*) FROM webhook_event") == 1


def _post_many(house: House, code: str, count: int = POSTS) -> list[Answer]:
    return [post(house, status_event(number, code)) for number in range(1, count + 1)]


def _p99(answers: list[Answer]) -> float:
    return statistics.quantiles([answer.seconds for answer in answers], n=100)[98]
