"""Promise 6: events count in the order of their receipt, and a verifying read has the last word."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from models import engine
from tests.promises import mirror, rows
from tests.promises.conftest import Build
from tests.received import receive_order_status, receive_product

Body = dict[str, Any]
SAVES = st.lists(st.sampled_from(rows.CODES), min_size=1, max_size=6)


def arrivals(count: int) -> st.SearchStrategy[list[int]]:
    """Which of the site's events arrive, in any order: some twice, some never, at least one."""
    return st.lists(st.integers(0, count - 1), min_size=1, max_size=2 * count)


@pytest.mark.promise
def test_an_order_ends_as_the_source_whatever_became_of_its_events(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    build(site)
    rows.mirrored_shop()

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(data=st.data(), codes=SAVES, numbered=st.booleans())
    def check(data: st.DataObject, codes: list[str], numbered: bool) -> None:
        (order,) = mirror.known_orders(florist, 1)
        saves = []
        for version, code in enumerate(codes, 2):
            florist.change_order(order, silent=True, status=code)
            saves.append({"order_id": order, "status": code} | ({"version": version} if numbered else {}))
        for index in data.draw(arrivals(len(saves))):
            _arrive(order, saves[index])
            if data.draw(st.booleans()):
                mirror.drain_all(rules)
        mirror.work_all(rules)
        assert rows.codes()[order] == codes[-1]

    rules = mirror.rules(verify_after_s=0.001, hint_after_s=0.001)
    check()


@pytest.mark.promise
def test_a_product_ends_as_the_source_whatever_became_of_its_events(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    build(site)
    rows.mirrored_shop()
    florist.config(backend_url="")

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(data=st.data(), prices=st.lists(st.integers(1, 9), min_size=1, max_size=5))
    def check(data: st.DataObject, prices: list[int]) -> None:
        (rose,) = mirror.known_products(florist, 1)
        saves = [florist.change_product(rose, silent=True, price=f"{price} 000 ₸")["data"] for price in prices]
        for index in data.draw(arrivals(len(saves))):
            _arrive(rose, {"event_type": "product.updated", "product_data": saves[index]})
            if data.draw(st.booleans()):
                mirror.drain_all(rules)
        mirror.work_all(rules)
        assert mirror.look(rose) == mirror.look_there(florist, rose)
        assert mirror.product(rose).price == prices[-1] * 100_000

    rules = mirror.rules(verify_after_s=0.001, hint_after_s=0.001)
    check()


def _arrive(bitrix_id: int, body: Body) -> None:
    with engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if "product_data" in body:
            receive_product(connection, bitrix_id, body["event_type"], body)
        else:
            receive_order_status(connection, bitrix_id, body)
