"""Promise 3: the sweep finds by their state the rows that nobody rang for."""

import random
import time
from collections.abc import Iterator

import pytest
import redis

from dev.embedded import Valkey
from tests.promises import rows
from tests.promises.conftest import Build
from tests.promises.house import House
from tests.promises.posting import Body, post, posting, status_event
from tests.proxy import TcpProxy

ORDERS = 40
WORKERS = ("inbox.1", "inbox.2")


@pytest.mark.promise
def test_nothing_stays_pending_after_flushes_half_open_connections_and_forty_kills(
    build: Build, valkey: Valkey
) -> None:
    _lose_messages(build, valkey, kills=40, pause_s=0.15)


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_nothing_stays_pending_at_full_length(build: Build, valkey: Valkey) -> None:
    _lose_messages(build, valkey, kills=200, pause_s=1)


def _lose_messages(build: Build, valkey: Valkey, kills: int, pause_s: float) -> None:
    """The workers speak to Valkey through a proxy that goes half-open; web and beat go straight to it."""
    chance = random.Random(3)
    with TcpProxy(valkey.port) as proxy, redis.Redis.from_url(valkey.url()) as broker:
        house = build()
        through_proxy = valkey.url().replace(f":{valkey.port}/", f":{proxy.port}/")
        orders = rows.linked_orders(ORDERS)
        house.start("web", "beat")
        house.start(*WORKERS, REDIS_URL=through_proxy)

        with posting(house, _endless(orders, chance), senders=2, pause_s=0.02) as work:
            for kill in range(kills):
                if kill % 10 == 3:
                    broker.flushall()
                if kill % 20 == 9:
                    proxy.swallow()
                _kill_a_worker(house, chance, whole=kill % 8 == 7)
                _look_after(house, pause_s)
        _lose_the_last_bells(house, orders, broker)
        house.until(lambda: rows.pending() == 0, 60)

    assert len(work.taken) > kills
    assert rows.codes() == rows.last_received() | {o: "N" for o in orders if o not in rows.last_received()}
    assert rows.changes() == rows.events()["applied"]


def _endless(orders: list[int], chance: random.Random) -> Iterator[Body]:
    while True:
        yield status_event(chance.choice(orders), chance.choice(rows.CODES))


def _kill_a_worker(house: House, chance: random.Random, whole: bool) -> None:
    """All of a worker, or one process of its pool."""
    name = chance.choice(WORKERS)
    if whole:
        house.kill(name)
    else:
        house.kill_child(name, chance.choice)


def _lose_the_last_bells(house: House, orders: list[int], broker: redis.Redis) -> None:
    """Events that nobody will ever ring for again."""
    house.restarting = False
    for name in WORKERS:
        house.kill(name)
    assert all(post(house, status_event(order, "PD")).ok for order in orders[:5])
    house.until(lambda: broker.llen("inbox"))
    broker.flushall()
    house.restarting = True


def _look_after(house: House, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        house.restart_ended()
        time.sleep(0.02)
