"""Promise 10: the order's UUID is its key there, and the same key is sent again when in doubt."""

import pytest

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tests.promises import mirror, rows
from tests.promises.conftest import Build

CREATE = "POST /api/v2/orders/create"


@pytest.mark.promise
def test_an_order_whose_creation_was_never_answered_is_there_exactly_once(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    """The site creates it and resets the connection, twice; then the worker is killed in the middle of a call."""
    house = build(site)
    rows.mirrored_shop()
    (rose,) = mirror.known_products(florist, 1)
    florist.fault("lose_answer", CREATE, count=2)
    lost = mirror.place(rose)
    house.start("outbox", "beat")
    house.until(lambda: rows.value('SELECT bitrix_order_id FROM "order"'))
    assert florist.state()["orders"]["all"] == 1

    florist.fault("late", CREATE, count=1, delay_ms=60_000)
    cut = mirror.place(rose)
    florist.wait_for_calls(1)
    house.until(lambda: florist.state()["orders"]["all"] == 2)
    house.kill("outbox")
    florist.clear_faults()
    house.until(lambda: not rows.owed())

    ours = rows.pairs('SELECT uuid::text, bitrix_order_id FROM "order"')
    there = [order["id"] for order in florist.rows("orders")]
    assert sorted(ours.values()) == there
    assert ours.keys() == {str(lost.uuid), str(cut.uuid)}
    assert florist.calls()["POST /api/v2/orders/create/"]["all"] >= 5
