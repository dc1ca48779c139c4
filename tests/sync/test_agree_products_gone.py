"""A product the site has no more is disabled here, and comes back when it does."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, update

from dev.simulator.control import Florist
from models import Outbox, Product, SyncLink, begin
from sync.edits import edit_product, lock_product
from tests.shopfloor import make_product
from tests.sync import rows
from tests.sync.clerk import Clerk


@pytest.fixture
def roses(clerk: Clerk, florist: Florist) -> int:
    return clerk.mirror(florist)


@pytest.fixture
def gone(clerk: Clerk, florist: Florist, roses: int) -> Outbox:
    florist.delete_product(roses)
    return clerk.agree("product", roses)


def test_it_is_disabled_and_never_deleted(gone: Outbox, roses: int) -> None:
    assert not rows.product(roses).enabled
    assert rows.link("product", roses).state == "gone_there"


def test_it_owes_nothing(gone: Outbox, florist: Florist) -> None:
    assert gone.state == "settled"
    assert florist.log("PUT *") == []


def test_enabling_it_here_does_not_bring_it_back(gone: Outbox, clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, enabled=True, price=500_000)
    assert clerk.work("product", roses).state == "settled"
    assert not rows.product(roses).enabled
    assert florist.log("PUT *") == []


def test_it_comes_back_enabled(gone: Outbox, clerk: Clerk, florist: Florist, roses: int) -> None:
    florist.create_product(id=roses, title="Розы", price="5 000 ₸", image="/upload/roses.jpg")
    assert clerk.agree("product", roses).state == "settled"
    assert (rows.product(roses).enabled, rows.product(roses).price) == (True, 500_000)
    assert rows.link("product", roses).state == "linked"
    assert rows.conflicts() == []


def test_it_comes_back_disabled_where_the_site_says_so(
    gone: Outbox, clerk: Clerk, florist: Florist, roses: int
) -> None:
    florist.create_product(id=roses, title="Розы", price="4 000 ₸", isAvailable=False)
    clerk.agree("product", roses)
    assert not rows.product(roses).enabled


def test_a_page_that_says_404_is_no_absence(clerk: Clerk, florist: Florist, roses: int) -> None:
    """A web server that has lost the API answers so for every product."""
    florist.fault("html", "GET *detail*", status=404)
    assert clerk.agree("product", roses).state == "pending"
    assert rows.product(roses).enabled


def test_a_product_that_neither_side_has_is_no_trouble(clerk: Clerk) -> None:
    assert clerk.agree("product", 668_826).state == "settled"
    assert rows.find_link("product", 668_826) is None


def test_a_product_the_site_never_knew_owes_it_nothing(clerk: Clerk) -> None:
    with begin() as session:
        local = make_product(session, clerk.shop, bitrix_id=None)
        locked = lock_product(session, clerk.shop.id, local.id)
        assert locked is not None
        assert not edit_product(session, clerk.shop, locked, {"price": 1, "type": "gifts"})
    assert rows.debts("product") == []


@pytest.fixture
def tombstone(roses: int) -> int:
    """What was deleted here leaves its link."""
    with begin() as session:
        session.execute(update(SyncLink).values(local_id=None, state="gone_here"))
        session.execute(delete(Product))
    return roses


def test_what_was_deleted_here_is_not_imported_again_by_a_read(clerk: Clerk, tombstone: int) -> None:
    assert clerk.agree("product", tombstone).state == "settled"
    assert rows.link("product", tombstone).state == "gone_here"


def test_nor_by_a_webhook(clerk: Clerk, florist: Florist, tombstone: int) -> None:
    clerk = replace(clerk, rules=replace(clerk.rules, product_quiet_s=0))
    clerk.hear_product(florist, tombstone)
    clerk.drain()
    assert [event.state for event in rows.events()] == ["skipped"]
