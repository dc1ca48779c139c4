"""Doorbells reach the broker when they can, and hold nobody up when they cannot."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
import redis

from dev.embedded import Valkey
from tasks import doorbell
from tasks.app import app


@contextmanager
def broker(url: str) -> Iterator[None]:
    """Point the app and a new ringer at this broker; what was pressed last is rung before it goes.

    Else its ringer would go on trying, and logging, in the tests after this one.
    """
    before = app.conf.broker_url
    app.conf.broker_url = app.conf.broker_write_url = url
    doorbell._ringer.cache_clear()
    try:
        yield
    finally:
        app.conf.broker_url = app.conf.broker_write_url = before
        doorbell._ringer.cache_clear()
        time.sleep(2 * doorbell.LONGEST_GAP)


def waiting(client: Any, queue: str) -> int:
    return int(client.llen(queue))


def eventually(holds: Callable[[], bool], within: float = 15) -> bool:
    until = time.monotonic() + within
    while not holds() and time.monotonic() < until:
        time.sleep(0.02)
    return holds()


@pytest.fixture
def valkey(valkey_server: Callable[..., Valkey]) -> Valkey:
    return valkey_server()


def test_a_ring_becomes_one_task_in_the_queue_of_its_worker(valkey: Valkey) -> None:
    client = redis.Redis.from_url(valkey.url())
    with broker(valkey.url()):
        doorbell.ring("inbox")
        doorbell.ring("outbox")
        assert eventually(lambda: waiting(client, "inbox") == 1 and waiting(client, "outbox") == 1)


def test_threads_that_ring_first_together_share_one_ringer(valkey: Valkey) -> None:
    def ringers() -> int:
        return sum(thread.name == "doorbell" for thread in threading.enumerate())

    with broker(valkey.url()), ThreadPoolExecutor(12) as pool:
        before, together = ringers(), threading.Barrier(12)

        def ring(_: int) -> None:
            together.wait()
            doorbell.ring("inbox")

        for _ in range(20):
            doorbell._ringer.cache_clear()
            list(pool.map(ring, range(12)))
        assert ringers() - before == 20
        client = redis.Redis.from_url(valkey.url())
        assert eventually(lambda: waiting(client, "inbox") >= 20)  # each has rung, and will be quiet


def test_a_flood_is_rung_for_less_often(valkey: Valkey) -> None:
    client = redis.Redis.from_url(valkey.url())
    with broker(valkey.url()):
        until = time.monotonic() + 2
        while time.monotonic() < until:
            doorbell.ring("inbox")
            time.sleep(0.001)
        assert 1 <= waiting(client, "inbox") <= 30


def test_many_rings_at_once_are_few_doorbells(valkey: Valkey) -> None:
    client = redis.Redis.from_url(valkey.url())
    with broker(valkey.url()):
        for _ in range(500):
            doorbell.ring("inbox")
        assert eventually(lambda: waiting(client, "inbox") > 0)
        assert waiting(client, "inbox") < 50


def test_a_bell_rung_while_the_broker_is_gone_is_heard_when_it_is_back(valkey: Valkey) -> None:
    with broker(valkey.url()):
        valkey.kill()
        doorbell.ring("inbox")
        time.sleep(0.3)
        valkey.start()
        client = redis.Redis.from_url(valkey.url())
        assert eventually(lambda: waiting(client, "inbox") == 1)


def test_a_bell_left_pressed_is_never_rung_at_another_broker(
    valkey: Valkey, valkey_server: Callable[..., Valkey]
) -> None:
    with broker(valkey.url()):
        valkey.kill()
        doorbell.ring("inbox")
        time.sleep(0.3)
    another = valkey_server()
    client = redis.Redis.from_url(another.url())
    with broker(another.url()):
        doorbell.ring("outbox")
        assert eventually(lambda: waiting(client, "outbox") == 1)
        time.sleep(2.5)  # two attempts of the one whose broker is gone
        assert waiting(client, "inbox") == 0
    valkey.start()
    own = redis.Redis.from_url(valkey.url())
    assert eventually(lambda: waiting(own, "inbox") == 1)  # and a ringer that has rung is quiet in later tests


def test_a_frozen_broker_holds_up_nobody_who_rings(valkey: Valkey) -> None:
    with broker(valkey.url()):
        os.kill(valkey.pid, signal.SIGSTOP)
        try:
            for _ in range(10_000):  # far more than any queue would take if each waited its turn
                doorbell.ring("inbox")
        finally:
            os.kill(valkey.pid, signal.SIGCONT)
        client = redis.Redis.from_url(valkey.url())
        assert eventually(lambda: 0 < waiting(client, "inbox") < 50)
