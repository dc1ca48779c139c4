"""Promise 4: a comparison finds what no webhook told of, and repairs it."""

import random

import pytest

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tests.promises import comparing, rows
from tests.promises.conftest import Build

ORDERS, PRODUCTS, CHANGES = 120, 120, 200
CODES = ("PD", "AP", "CO", "DE", "F")


@pytest.mark.promise
def test_one_run_later_both_sides_agree_though_a_tenth_of_the_webhooks_was_dropped(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    """Nothing else looks: no event makes an entity due for a verifying read here."""
    house = build(site, BITRIX_RATE="1000", BITRIX_BURST="1000")
    rows.mirrored_shop()
    comparing.seed(florist, ORDERS, PRODUCTS)
    house.start("web", "inbox", "outbox", "reconcile", "beat")
    assert comparing.wait(comparing.ask("all")).phase == "done"

    florist.fault("lost", percent=10, seed=4)
    florist.bulk(_changes(florist, random.Random(4)))
    florist.settle()
    house.until(lambda: not rows.pending())
    lost = florist.webhook_counts()["lost"]
    assert lost > CHANGES / 20
    assert comparing.differences(florist)

    ended = comparing.wait(comparing.ask("all"))

    assert ended.phase == "done"
    assert {row.state for row in comparing.drift(ended.id)} == {"repaired"}
    house.until(lambda: not comparing.differences(florist), 10)
    assert comparing.drift(comparing.wait(comparing.ask("all")).id) == []


def _changes(florist: Florist, chance: random.Random) -> list[dict[str, object]]:
    orders = [row["id"] for row in florist.rows("orders") if row["status"] not in ("F", "RF", "UN")]
    products = [row["id"] for row in florist.rows("products")]
    return [
        {"order": chance.choice(orders), "status": chance.choice(CODES)}
        if number % 2
        else {"product": chance.choice(products), "price": f"{chance.randrange(6, 99)} 000 ₸"}
        for number in range(CHANGES)
    ]
