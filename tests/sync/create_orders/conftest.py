"""An order of ours that the site is owed."""

from datetime import date

import pytest

from dev.simulator.control import Florist
from models import Order
from tests.sync.clerk import Clerk


@pytest.fixture
def roses(clerk: Clerk, florist: Florist) -> int:
    return clerk.mirror(florist)


@pytest.fixture
def placed(clerk: Clerk, roses: int) -> Order:
    """Ours, and owed to the site."""
    return clerk.place(
        roses,
        recipient_name="Сауле",
        recipient_phone="8 700 000 90 02",
        delivery_address="Абая 1",
        delivery_date=date(2036, 11, 30),
        delivery_time="14:00-16:00",
        comment="Позвонить",
    )
