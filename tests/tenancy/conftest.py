"""Two shops with a row in every table, as the two walls between them show them."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from psycopg2.extensions import cursor as Cursor
from sqlalchemy.orm import Session

from dev.neighbours import furnish
from models import begin, engine
from models.tenancy import ROLE
from tests.bound import bound
from tests.servers import empty

OURS, THEIRS = 101, 202


@pytest.fixture(scope="package", autouse=True)
def _bound(database_url: str) -> Iterator[None]:
    with bound(database_url):
        yield


@pytest.fixture(scope="module")
def shops(janitor: Cursor) -> None:
    """Made once: whatever a test tries to do to them is refused, or rolled back."""
    empty(janitor)
    with begin() as session:
        furnish(session, OURS, "Свои")
        furnish(session, THEIRS, "Чужие")


@contextmanager
def behind_the_policies(shop_id: int | None) -> Iterator[Session]:
    """A session that only PostgreSQL holds back; what it did is rolled back."""
    with Session(engine()) as session:
        connection = session.connection()
        connection.exec_driver_sql(f"SET LOCAL ROLE {ROLE}")
        if shop_id is not None:
            connection.exec_driver_sql(f"SET LOCAL cvety.shop_id = '{shop_id}'")
        yield session


@contextmanager
def behind_the_criteria(shop_id: int) -> Iterator[Session]:
    """A session that only SQLAlchemy holds back; what it did is rolled back."""
    with Session(engine(), info={"shop_id": shop_id}) as session:
        yield session
