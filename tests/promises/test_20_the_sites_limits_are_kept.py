"""Promise 20: all processes together draw from one bucket."""

import pytest

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tests.promises import rows
from tests.promises.conftest import Build
from tests.promises.house import House

RATE, BURST = 40, 20
SITES_BURST = 40  # more than ours: calls that left in turn may arrive together
# Deleted here: their links are tombstones, so that each debt is one call and hardly any work.
DEBTS = """
INSERT INTO sync_link (shop_id, kind, bitrix_id) SELECT 17008, 'order', generate_series(100001, 100000 + :calls);
INSERT INTO outbox (shop_id, kind, key, reason) SELECT shop_id, kind, bitrix_id, 'test' FROM sync_link
"""


@pytest.mark.promise
def test_no_call_is_refused_by_a_site_that_counts(build: Build, site: SimulatorProcess, florist: Florist) -> None:
    assert _refused(build(site, BITRIX_RATE=str(RATE), BITRIX_BURST=str(BURST)), florist, calls=400) == 0


@pytest.mark.long
@pytest.mark.timeout(600)
def test_less_than_one_call_in_a_thousand_is_refused(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    assert _refused(build(site, BITRIX_RATE=str(RATE), BITRIX_BURST=str(BURST)), florist, calls=5_000) < 5


def _refused(house: House, florist: Florist, calls: int) -> int:
    """How many calls of two processes, each with several threads, the site answers with 429."""
    rows.mirrored_shop()
    florist.seed(orders=calls)
    florist.fault("rate_limit", rate=RATE, burst=SITES_BURST)
    rows.execute(DEBTS, calls=calls)

    house.start("outbox.1", "outbox.2", "beat")
    house.until(lambda: not rows.owed(), 60 + calls / RATE)

    (counts,) = florist.calls().values()
    assert counts["all"] >= calls
    return counts.get("429", 0)
