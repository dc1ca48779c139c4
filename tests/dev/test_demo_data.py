"""Demo data may be made while the house is at work: on a database whose first start was cut short."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from dev.demo_data import work
from dev.demo_data.shops import MIRRORED
from models import begin, begin_for
from sync.locks import lock_entity
from tests.bound import bound
from tests.people import make_shop, make_user
from tests.poll import until
from tests.queries import somebody_waits
from tests.shopfloor import make_order
from tests.sync import rows

BITRIX_ID = 123_901


@pytest.fixture
def house(database_url: str, clean: None) -> Iterator[None]:
    with bound(database_url):
        yield


def test_an_order_that_is_being_worked_is_given_to_somebody_afterwards(house: None) -> None:
    with begin() as session:
        shop = make_shop(session)
        for role in ("manager", "florist", "courier"):
            make_user(session, shop, role)
        make_order(session, shop, status="accepted", bitrix_order_id=BITRIX_ID)
    with ThreadPoolExecutor(1) as pool:
        with begin() as session:
            lock_entity(session, MIRRORED, "order", BITRIX_ID)
            session.execute(text("""UPDATE "order" SET status = 'assembled', version = version + 1"""))
            shared = pool.submit(share)
            until(somebody_waits)
        shared.result()
    order = rows.order(BITRIX_ID)
    assert order.status == "assembled"
    assert order.responsible_id is not None
    assert order.courier_id is not None


def share() -> None:
    with begin_for(MIRRORED) as session:
        work.share(session)
