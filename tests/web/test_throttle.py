"""How often somebody may be wrong."""

from unittest.mock import patch

from web import throttle
from web.throttle import Throttle

SOON = 1000.0


def test_as_many_mistakes_as_allowed_are_free() -> None:
    limit = Throttle(allowed=3, forgive_s=SOON)
    for _ in range(2):
        limit.mistake("somebody")
    assert limit.wait_s("somebody") == 0


def test_one_more_has_to_wait_until_one_is_forgiven() -> None:
    limit = Throttle(allowed=3, forgive_s=SOON)
    with patch.object(throttle, "monotonic", return_value=50.0):
        for _ in range(3):
            limit.mistake("somebody")
        assert limit.wait_s("somebody") == SOON
    with patch.object(throttle, "monotonic", return_value=50.0 + SOON):
        assert limit.wait_s("somebody") == 0


def test_others_do_not_wait() -> None:
    limit = Throttle(allowed=1, forgive_s=SOON)
    limit.mistake("somebody")
    assert limit.wait_s("somebody") > 0
    assert limit.wait_s("somebody else") == 0


def test_what_is_forgiven_is_forgotten_before_the_table_grows() -> None:
    limit = Throttle(allowed=1, forgive_s=1)
    with (
        patch.object(throttle, "monotonic", side_effect=(float(n * 2) for n in range(100))),
        patch.object(throttle, "KEYS_KEPT", 10),
    ):
        for number in range(50):
            limit.mistake(str(number))
    assert len(limit._empty_at) <= 11
