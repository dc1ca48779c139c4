"""A write that certainly did not happen: what the site has now is the site's own doing."""

import pytest

from dev.simulator.control import Florist
from tests.sync import rows
from tests.sync.clerk import Clerk

PUT = "PUT *update-from-railway*"
OURS, THEIRS = "https://cdn.example/ours.jpg", "https://shop.example/upload/theirs.jpg"


@pytest.fixture
def roses(clerk: Clerk, florist: Florist) -> int:
    return clerk.mirror(florist)


def test_their_picture_is_not_taken_for_ours_under_their_address(
    clerk: Clerk, florist: Florist, roses: int
) -> None:
    clerk.edit_product(roses, image=OURS)
    florist.fault("http_429", PUT, count=1)
    assert not clerk.work("product", roses).in_doubt
    florist.change_product(roses, image=THEIRS)
    assert clerk.work("product", roses).state == "settled"
    assert rows.product(roses).image == THEIRS
    [conflict] = [row for row in rows.conflicts() if row.field == "image"]
    assert (conflict.ours, conflict.theirs, conflict.winner) == (OURS, THEIRS, "site")


def test_ours_is_sent_when_the_site_takes_writes_again(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, image=OURS, price=500_000)
    florist.fault("http_429", PUT, count=1)
    clerk.work("product", roses)
    assert clerk.work("product", roses).state == "settled"
    assert florist.product(roses)["data"]["price"] == "5 000 ₸"
    assert rows.product(roses).image == OURS
    assert rows.conflicts() == []
