"""Promise 16: a dead letter keeps its payload, and replaying it does no harm."""

import pytest

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tests.promises import mirror, rows
from tests.promises.conftest import Build

BREAK = """
CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'nobody expected this'; END $$;
CREATE TRIGGER broken BEFORE INSERT ON order_history FOR EACH ROW EXECUTE FUNCTION broken();
CREATE TRIGGER broken BEFORE UPDATE ON product FOR EACH ROW EXECUTE FUNCTION broken();
"""
FIX = "DROP FUNCTION broken CASCADE"


@pytest.mark.promise
def test_events_that_died_of_a_bug_are_replayed_after_it_is_fixed_and_both_sides_agree(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    house = build(site)
    rows.mirrored_shop()
    orders, goods = mirror.known_orders(florist, 8), mirror.known_products(florist, 2)
    house.start("web", "inbox", "outbox", "beat")
    rows.execute(BREAK)

    for code in ("AP", "CO"):
        florist.bulk([{"order": order, "status": code} for order in orders])
        florist.settle()
    florist.bulk([{"product": each, "price": "7 777 ₸"} for each in goods])
    house.until(lambda: rows.events() == {"dead": 2 * len(orders) + len(goods)})
    assert set(rows.codes().values()) == {"N"}

    rows.execute(FIX)
    assert house.run("flask", "--app", "wsgi", "sync", "replay") == 0
    house.until(lambda: not rows.pending() and not rows.owed())

    there = {order["id"]: order["status"] for order in florist.rows("orders")}
    assert rows.codes() == there == dict.fromkeys(orders, "CO")
    assert rows.pairs("SELECT bitrix_id, price FROM product") == dict.fromkeys(goods, 777_700)
    assert "dead" not in rows.events()
