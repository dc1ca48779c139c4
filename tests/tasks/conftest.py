"""Tasks work on this worker's database and Valkey; their module reads the broker's address when it is imported."""

from collections.abc import Iterator

import pytest

from tests.bound import bound


@pytest.fixture(scope="package", autouse=True)
def _bound(database_url: str, redis_url: str) -> Iterator[None]:
    with bound(database_url, redis_url, TIME_SCALE="0.1", APP_ENV="test"):
        yield
