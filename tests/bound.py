"""Points this process's engine, settings and what is wired by them at the servers of the test run."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from unittest.mock import patch

import settings
from models import base
from tasks import doorbell, wiring
from tasks.app import app

BROKER = ("broker_url", "broker_write_url")
RINGER = doorbell._ringer  # some tests put another one in its place


@contextmanager
def bound(database_url: str, redis_url: str = "", **variables: str) -> Iterator[None]:
    """Inside the block `models.begin()` and `settings.current()` mean these servers, and the variables given.

    Blocks may be nested; the engine of each is its own, and its connections are closed at the end.
    """
    with patch.dict(os.environ, DATABASE_URL=database_url, REDIS_URL=redis_url, **variables):
        _forget()
        try:
            with _broker(redis_url) if redis_url else nullcontext():
                yield
        finally:
            base.engine().dispose()
            base.autocommit().dispose()
            _forget()


@contextmanager
def _broker(url: str) -> Iterator[None]:
    """Celery reads its settings once, and a ringer keeps the broker it was made with."""
    former = {name: app.conf[name] for name in BROKER}
    app.conf.update(dict.fromkeys(BROKER, url))
    RINGER.cache_clear()
    yield
    RINGER.cache_clear()
    app.conf.update(former)


def _forget() -> None:
    settings.current.cache_clear()
    base.engine.cache_clear()
    for wired in (wiring.rules, wiring.site, wiring.breaker, wiring.calls, wiring._shared):
        wired.cache_clear()
