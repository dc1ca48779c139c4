"""How often somebody may be wrong."""

from concurrent.futures import ThreadPoolExecutor
from unittest.mock import patch

from web import throttle
from web.throttle import Throttle

SOON = 1000.0


def test_as_many_mistakes_as_allowed_are_free() -> None:
    limit = Throttle(allowed=3, forgive_s=SOON)
    assert [limit.take("somebody") for _ in range(3)] == [0, 0, 0]
    assert limit.take("somebody") > 0


def test_one_more_has_to_wait_until_one_is_forgiven() -> None:
    limit = Throttle(allowed=3, forgive_s=SOON)
    with patch.object(throttle, "monotonic", return_value=50.0):
        for _ in range(3):
            limit.take("somebody")
        assert limit.take("somebody") == SOON
    with patch.object(throttle, "monotonic", return_value=50.0 + SOON):
        assert limit.take("somebody") == 0
        assert limit.take("somebody") == SOON


def test_what_was_no_mistake_is_given_back() -> None:
    limit = Throttle(allowed=1, forgive_s=SOON)
    for _ in range(5):
        assert limit.take("somebody") == 0
        limit.give_back("somebody")
    limit.give_back("nobody")


def test_others_do_not_wait() -> None:
    limit = Throttle(allowed=1, forgive_s=SOON)
    limit.take("somebody")
    assert limit.take("somebody") > 0
    assert limit.take("somebody else") == 0


def test_those_who_guess_at_the_same_moment_are_not_let_through_together() -> None:
    limit = Throttle(allowed=5, forgive_s=SOON)
    with ThreadPoolExecutor(16) as pool:
        waits = list(pool.map(limit.take, ["somebody"] * 64))
    assert waits.count(0) == 5


def test_what_is_forgiven_is_forgotten_before_the_table_grows() -> None:
    limit = Throttle(allowed=1, forgive_s=1)
    with (
        patch.object(throttle, "monotonic", side_effect=(float(n * 2) for n in range(100))),
        patch.object(throttle, "KEYS_KEPT", 10),
    ):
        for number in range(50):
            limit.take(str(number))
    assert len(limit._empty_at) <= 11
