"""The shop's tests work on this worker's database, through `models.begin`."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from models import Product, Shop, User, WarehouseItem, begin
from tests import people, shopfloor
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


@pytest.fixture
def rose(session: Session, shop: Shop) -> WarehouseItem:
    """Ten of them are there."""
    return shopfloor.make_warehouse_item(session, shop, "Роза красная", 10)


@pytest.fixture
def bouquet(session: Session, shop: Shop, rose: WarehouseItem) -> Product:
    """Two roses each."""
    bouquet = shopfloor.make_product(session, shop, "Букет роз")
    shopfloor.make_recipe(session, bouquet, rose, 2)
    return bouquet
