"""Promise 5: key and state are settled in the same transaction."""

import pytest

from tests.promises import rows
from tests.promises.house import House
from tests.promises.posting import at_once, status_event

TIMES = 50


@pytest.mark.promise
def test_the_same_body_50_times_at_once_has_one_effect(house: House) -> None:
    """Older handlers number nothing: each delivery is an event of its own, and one of them moves the order."""
    (order,) = rows.linked_orders(1)
    house.start("web", "inbox.1", "inbox.2")

    answers = at_once(house, [status_event(order, "AP")] * TIMES)
    house.until(lambda: rows.pending() == 0)

    assert all(answer.ok for answer in answers)
    assert rows.events() == {"applied": 1, "unchanged": TIMES - 1}
    assert rows.changes() == 1
    assert rows.codes() == {order: "AP"}


@pytest.mark.promise
def test_the_same_event_id_50_times_at_once_is_one_event(house: House) -> None:
    (order,) = rows.linked_orders(1)
    house.start("web", "inbox")

    answers = at_once(house, [status_event(order, "AP", event_id="saved-once")] * TIMES)
    house.until(lambda: rows.pending() == 0)

    assert all(answer.ok for answer in answers)
    assert rows.events() == {"applied": 1}
    assert rows.changes() == 1
