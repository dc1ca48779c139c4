"""Every status has a position."""

from models.order import STATUSES
from shop.positions import POSITIONS


def test_every_status_has_a_position() -> None:
    assert set(POSITIONS) == set(STATUSES)
