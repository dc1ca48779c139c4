"""Somebody of the other shop, to whom nothing of this one is there."""

import pytest

from models import Shop, User
from tests.people import make_user
from tests.web.conftest import add


@pytest.fixture
def stranger(shop: Shop, other_shop: Shop) -> User:
    """The director of the shop that is not mirrored."""
    return add(make_user, other_shop, "director")
