"""Promise 1: the row is committed before the answer."""

import random
import time
from collections.abc import Callable

import pytest

from dev.embedded import Postgres
from tests.promises import rows
from tests.promises.conftest import Build
from tests.promises.house import House
from tests.promises.posting import posting, status_event
from tests.servers import TEMPLATE


@pytest.mark.promise
def test_every_answered_event_is_in_the_inbox_however_gunicorn_and_postgresql_are_killed(
    build: Build, postgres_server: Callable[..., Postgres]
) -> None:
    _post_under_fire(build, postgres_server, blows=6)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_every_answered_event_is_in_the_inbox_after_a_hundred_kills(
    build: Build, postgres_server: Callable[..., Postgres]
) -> None:
    _post_under_fire(build, postgres_server, blows=100)


def _post_under_fire(build: Build, postgres_server: Callable[..., Postgres], blows: int) -> None:
    postgres, chance = postgres_server(), random.Random(1)
    house = build(database_url=postgres.url(TEMPLATE))
    rows.mirrored_shop()
    house.start("web")

    endless = (status_event(number, "AP", event_id=f"e{number}") for number in range(1, 1_000_000))
    with posting(house, endless, senders=6) as work:
        for blow in range(blows):
            seen = len(work.taken)
            house.until(lambda seen=seen: len(work.taken) > seen + 20, 20)
            _strike(house, postgres, chance, blow)
    house.until(house.answers)

    stored = rows.pairs("SELECT external_id, id FROM webhook_event")
    answered = {answer.body["event_id"]: answer.json["event_id"] for answer in work.taken}
    assert answered.items() <= stored.items()
    assert len(work.taken) < len(work.answers), "nothing was hit"


def _strike(house: House, postgres: Postgres, chance: random.Random, blow: int) -> None:
    """A worker of gunicorn, PostgreSQL, or gunicorn as a whole."""
    time.sleep(chance.random() / 20)  # at any moment of a request
    if blow % 3 == 0:
        house.kill_child("web", chance.choice)
    elif blow % 3 == 1:
        postgres.kill()
        postgres.start()
    else:
        house.kill("web")
        house.restart_ended()
