"""The sync's tests work on this worker's database, with the simulated site as the other side."""

from collections.abc import Iterator

import pytest

from models import Shop, begin
from sync.rules import Rules
from tests.bound import bound
from tests.people import make_shop


@pytest.fixture(scope="package", autouse=True)
def _bound(database_url: str) -> Iterator[None]:
    with bound(database_url):
        yield


@pytest.fixture
def shop(clean: None) -> Shop:
    """The mirrored one, alone in an empty database."""
    with begin() as session:
        return make_shop(session)


@pytest.fixture
def rules() -> Rules:
    """As they are in production."""
    return Rules()
