"""The shop's tests work on this worker's database, through `models.begin`."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from models import Shop, User, begin
from tests import people
from tests.bound import bound


@pytest.fixture(scope="package", autouse=True)
def _bound(database_url: str) -> Iterator[None]:
    with bound(database_url):
        yield


@pytest.fixture
def session(clean: None) -> Iterator[Session]:
    """One transaction on an empty database."""
    with begin() as session:
        yield session


@pytest.fixture
def shop(session: Session) -> Shop:
    """The shop that is not mirrored: its products need no Bitrix id."""
    return people.make_shop(session, people.DEVELOPMENT)


@pytest.fixture
def dana(session: Session, shop: Shop) -> User:
    return people.make_user(session, shop, "florist")
