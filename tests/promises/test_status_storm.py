"""Many status events, many workers, and things that die meanwhile."""

import random
import time

import pytest

from tests.promises import rows
from tests.promises.house import House
from tests.promises.posting import posting, status_event

ORDERS, EACH = 100, 10
WORKERS = ("inbox.1", "inbox.2", "inbox.3", "inbox.4")


@pytest.mark.promise
def test_each_of_100_orders_ends_in_its_last_received_status_with_one_history_row_per_change(house: House) -> None:
    """1,000 events, shuffled over 4 workers, while one worker is killed every second."""
    orders, chance = rows.linked_orders(ORDERS), random.Random(4)
    storm = [status_event(order, chance.choice(rows.CODES)) for order in orders for _ in range(EACH)]
    chance.shuffle(storm)
    house.start("web", *WORKERS)
    killed, due = 0, time.monotonic()

    with posting(house, storm, senders=4, pause_s=0.015) as work:
        while work.going:
            if time.monotonic() > due:
                house.kill(WORKERS[killed % len(WORKERS)])
                killed, due = killed + 1, time.monotonic() + 1
            house.restart_ended()
            time.sleep(0.02)
    house.until(lambda: rows.pending() == 0, 30)

    assert len(work.taken) == ORDERS * EACH
    assert killed >= 4
    assert rows.codes() == rows.last_received()
    assert rows.changes() == rows.events()["applied"] > ORDERS
    assert set(rows.events()) <= {"applied", "unchanged", "superseded"}
