"""Promise 20: all processes together draw from one bucket."""

import pytest

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tests.promises import rows
from tests.promises.conftest import Build

CALLS, RATE, BURST = 1_001, 100, 20
# Deleted here: their links are tombstones, so that each debt is one call and hardly any work.
DEBTS = """
INSERT INTO sync_link (shop_id, kind, bitrix_id) SELECT 17008, 'order', generate_series(100001, 100000 + :calls);
INSERT INTO outbox (shop_id, kind, key, reason) SELECT shop_id, kind, bitrix_id, 'test' FROM sync_link
"""


@pytest.mark.promise
def test_less_than_one_call_in_a_thousand_is_refused_by_a_site_that_counts(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    house = build(site, BITRIX_RATE=str(RATE), BITRIX_BURST=str(BURST))
    rows.mirrored_shop()
    florist.seed(orders=CALLS)
    florist.fault("rate_limit", rate=RATE, burst=BURST)
    rows.execute(DEBTS, calls=CALLS)

    house.start("outbox.1", "outbox.2", "beat")
    house.until(lambda: not rows.owed(), 60)

    (calls,) = florist.calls().values()
    assert calls["all"] >= CALLS
    assert calls.get("429", 0) <= calls["all"] / 1000
