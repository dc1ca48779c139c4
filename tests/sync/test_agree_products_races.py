"""Things that happen while the site is asked about a product: a slow answer never overwrites a newer deed."""

from collections.abc import Callable

import pytest

from dev.simulator.control import Florist
from models import engine
from sync.outbox.lease import Lease, claim
from tests.sync import rows
from tests.sync.clerk import Clerk


@pytest.fixture
def roses(clerk: Clerk, florist: Florist) -> int:
    return clerk.mirror(florist)


def taken_over(clerk: Clerk) -> Lease:
    """Another worker holds the lease now."""
    clerk.expire_leases()
    lease = claim(engine(), clerk.rules.lease_s)
    assert lease is not None
    return lease


def test_an_edit_during_a_slow_read_is_not_overwritten(clerk: Clerk, florist: Florist, roses: int) -> None:
    florist.change_product(roses, price="6 000 ₸", title="Пионы")
    row = clerk.agree_around(florist, "product", roses, lambda: clerk.edit_product(roses, image=None))
    assert (row.state, row.attempts) == ("pending", 0), "due again, and it counts for nothing"
    assert (rows.product(roses).image, rows.product(roses).name) == (None, "Розы")
    assert clerk.work("product", roses).state == "settled"
    assert (rows.product(roses).image, rows.product(roses).name) == (None, "Пионы")
    assert florist.product(roses)["data"]["image"] == ""


def test_what_the_site_does_during_our_write_comes_over(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, price=500_000)
    row = clerk.agree_around(florist, "product", roses, lambda: florist.change_product(roses, title="Пионы"))
    assert row.state == "settled"
    assert (rows.product(roses).name, rows.product(roses).price) == ("Пионы", 500_000)


def test_a_404_that_came_late_disables_nothing(clerk: Clerk, florist: Florist, roses: int) -> None:
    """Gone when it was asked for, but something has been applied since."""
    florist.delete_product(roses)
    row = clerk.agree_around(florist, "product", roses, lambda: clerk.edit_product(roses, price=500_000))
    assert row.state == "pending"
    assert rows.product(roses).enabled
    assert clerk.work("product", roses).state == "settled"
    assert not rows.product(roses).enabled


@pytest.mark.parametrize(
    "change",
    [
        lambda florist, roses: florist.change_product(roses, price="6 000 ₸"),
        lambda florist, roses: florist.delete_product(roses),
    ],
    ids=["changed", "deleted"],
)
def test_who_lost_the_lease_records_nothing_of_what_was_read(
    clerk: Clerk, florist: Florist, roses: int, change: Callable[[Florist, int], None]
) -> None:
    change(florist, roses)
    before = rows.link("product", roses).base
    row = clerk.agree_around(florist, "product", roses, lambda: taken_over(clerk))
    assert (rows.product(roses).price, rows.product(roses).enabled) == (400_000, True)
    assert rows.link("product", roses).base == before
    assert row.state == "pending"
    assert row.lease_token is not None, "the other one's"


def test_who_lost_the_lease_writes_nothing_there(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, price=500_000)
    clerk.agree_around(florist, "product", roses, lambda: taken_over(clerk))
    assert florist.log("PUT *") == []


def test_a_webhook_during_a_read_is_a_hint_only(clerk: Clerk, florist: Florist, roses: int) -> None:
    """While an agreement is under way the webhook may be the echo of its own write."""

    def heard() -> None:
        florist.change_product(roses, price="6 000 ₸")
        clerk.hear_product(florist, roses)
        clerk.drain()

    row = clerk.agree_around(florist, "product", roses, heard)
    assert [event.state for event in rows.events()] == ["superseded"]
    assert (row.state, rows.product(roses).price) == ("pending", 400_000)
    clerk.let_the_save_end()
    assert clerk.work("product", roses).state == "settled"
    assert rows.product(roses).price == 600_000
