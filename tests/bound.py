"""Points this process's engine and settings at the servers of the test run."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import settings
from models import base


@contextmanager
def bound(database_url: str, redis_url: str = "", **variables: str) -> Iterator[None]:
    """Inside the block `models.begin()` and `settings.current()` mean these servers, and the variables given.

    Blocks may be nested; the engine of each is its own, and its connections are closed at the end.
    """
    with patch.dict(os.environ, DATABASE_URL=database_url, REDIS_URL=redis_url, **variables):
        _forget()
        try:
            yield
        finally:
            base.engine().dispose()
            base.autocommit().dispose()
            _forget()


def _forget() -> None:
    settings.current.cache_clear()
    base.engine.cache_clear()
