"""Promise 11: what was agreed is remembered for both sides, so the echo of a write plans to nothing."""

import pytest

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tests.promises import mirror, rows
from tests.promises.conftest import Build

GOODS, ROUNDS = 25, 4
PUT = "PUT /api/v2/products/update-from-railway/{id}"


@pytest.mark.promise
def test_100_edits_cause_at_most_one_call_each_though_the_site_answers_every_write_with_a_webhook(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    """The site escapes titles, rounds prices and re-hosts images: what comes back is never what was sent."""
    house = build(site, VERIFY_AFTER_S="1")
    rows.mirrored_shop()
    florist.config(escape_titles=True, round_prices=True, rehost_images=True)
    goods = mirror.known_products(florist, GOODS)
    house.start("web", "inbox", "outbox", "beat")

    for number in range(1, ROUNDS + 1):
        for rose in goods:
            mirror.edit(rose, **_look(number))
        house.until(lambda: not rows.owed(), 60)
    florist.settle()
    house.until(lambda: not rows.pending() and not rows.owed())

    assert florist.calls()[PUT]["all"] <= GOODS * ROUNDS
    for rose in goods:
        here = mirror.product(rose)
        assert {"name": here.name, "price": here.price, "image": here.image} == _look(ROUNDS)
    assert rows.value("SELECT count(*) FROM sync_conflict") == 0


def _look(number: int) -> dict[str, object]:
    return {
        "name": f"Розы & лилии {number}",
        "price": 500_000 + number * 100 + 40,
        "image": f"https://ours.example/{number}.jpg",
    }
