"""A product deleted here goes off sale on the site, and nothing brings it back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from dev.simulator.control import Florist
from models import Outbox, Product, Shop, begin
from sync.edits import delete_product, lock_product
from tests.shopfloor import make_product
from tests.sync import rows
from tests.sync.clerk import Clerk

PUT = "PUT *update-from-railway*"


@pytest.fixture
def roses(clerk: Clerk, florist: Florist) -> int:
    return clerk.mirror(florist)


def delete(shop: Shop, product_id: int) -> bool:
    """As the API does it; True if the site is owed something."""
    with begin() as session:
        product = lock_product(session, shop.id, product_id)
        assert product is not None
        return delete_product(session, session.get_one(Shop, shop.id), product, request_id="r-1")


@pytest.fixture
def owed(clerk: Clerk, roses: int) -> int:
    """Deleted here; the site has not heard of it yet. Its Bitrix id."""
    assert delete(clerk.shop, rows.product(roses).id)
    return roses


@pytest.fixture
def deleted(clerk: Clerk, owed: int) -> int:
    """The same, and the site has heard."""
    assert clerk.work("product", owed).state == "settled"
    return owed


def stands_deleted(bitrix_id: int) -> bool:
    product = rows.product(bitrix_id)
    with begin() as session:
        assert session.scalar(select(func.count()).select_from(Product)) == 1
    return product.deleted_at is not None and not product.enabled


def on_sale(florist: Florist, bitrix_id: int) -> bool:
    return bool(florist.product(bitrix_id)["data"]["isAvailable"])


def test_the_debt_is_of_the_same_transaction(owed: int) -> None:
    debt = rows.debt("product", owed)
    assert (debt.state, debt.reason, debt.request_id) == ("pending", "deleted", "r-1")
    assert stands_deleted(owed)


def test_it_goes_off_sale_there_and_leaves_a_tombstone(deleted: int, florist: Florist) -> None:
    assert not on_sale(florist, deleted)
    link = rows.link("product", deleted)
    assert (link.state, link.local_id) == ("gone_here", None)
    assert rows.conflicts() == []
    assert stands_deleted(deleted)


def test_where_it_was_off_sale_already_only_the_tombstone_is_left(
    clerk: Clerk, florist: Florist, roses: int
) -> None:
    clerk.edit_product(roses, enabled=False)
    clerk.work("product", roses)
    writes = len(florist.log("PUT *"))
    delete(clerk.shop, rows.product(roses).id)
    assert clerk.work("product", roses).state == "settled"
    assert rows.link("product", roses).state == "gone_here"
    assert len(florist.log("PUT *")) == writes


def test_where_the_site_has_deleted_it_too_only_the_tombstone_is_left(
    clerk: Clerk, florist: Florist, owed: int
) -> None:
    florist.delete_product(owed)
    assert clerk.work("product", owed).state == "settled"
    assert rows.link("product", owed).state == "gone_here"


def test_a_product_that_was_never_compared_with_the_site_goes_the_same_way(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = int(florist.create_product(title="Розы", price="4 000 ₸")["id"])
    with begin() as session:
        product = make_product(session, clerk.shop, bitrix_id=bitrix_id)
    delete(clerk.shop, product.id)
    assert clerk.work("product", bitrix_id).state == "settled"
    assert not on_sale(florist, bitrix_id)
    assert rows.link("product", bitrix_id).state == "gone_here"
    assert rows.conflicts() == []


def test_it_stays_owed_while_the_site_is_away(clerk: Clerk, florist: Florist, owed: int) -> None:
    florist.fault("http_503", "*")
    assert clerk.work("product", owed).state == "pending"
    florist.clear_faults()
    assert clerk.work("product", owed).state == "settled"
    assert not on_sale(florist, owed)


def test_a_write_whose_answer_was_lost_is_looked_at_again(clerk: Clerk, florist: Florist, owed: int) -> None:
    florist.fault("lose_answer", PUT, count=1)
    assert clerk.work("product", owed).state == "pending"
    assert clerk.work("product", owed).state == "settled"
    assert rows.link("product", owed).state == "gone_here"
    assert not on_sale(florist, owed)


Deed = Callable[[Clerk, Florist, int], None]


def sold_again_there(_clerk: Clerk, florist: Florist, bitrix_id: int) -> None:
    florist.change_product(bitrix_id, title="Снова розы", isAvailable=True)


def heard_of(clerk: Clerk, florist: Florist, bitrix_id: int) -> None:
    sold_again_there(clerk, florist, bitrix_id)
    clerk.hear_product(florist, bitrix_id)
    clerk.drain()


def read_again(clerk: Clerk, florist: Florist, bitrix_id: int) -> None:
    sold_again_there(clerk, florist, bitrix_id)
    assert clerk.agree("product", bitrix_id).state == "settled"


@pytest.mark.parametrize("deed", [heard_of, read_again])
def test_neither_a_webhook_nor_a_read_brings_it_back(
    clerk: Clerk, florist: Florist, deleted: int, deed: Deed
) -> None:
    deed(replace(clerk, rules=replace(clerk.rules, product_quiet_s=0)), florist, deleted)
    assert stands_deleted(deleted)
    assert rows.product(deleted).name == "Розы"
    assert rows.link("product", deleted).state == "gone_here"
    assert on_sale(florist, deleted)  # what the site does with it from now on is the site's own business


def test_nor_does_a_webhook_that_came_before_the_site_heard(clerk: Clerk, florist: Florist, owed: int) -> None:
    clerk = replace(clerk, rules=replace(clerk.rules, product_quiet_s=0))
    heard_of(clerk, florist, owed)
    assert [event.state for event in rows.events()] == ["skipped"]
    assert stands_deleted(owed)
    assert clerk.work("product", owed).state == "settled"
    assert not on_sale(florist, owed)


def test_a_read_that_was_under_way_changes_nothing(clerk: Clerk, florist: Florist, roses: int) -> None:
    product_id = rows.product(roses).id
    clerk.agree_around(florist, "product", roses, lambda: delete(clerk.shop, product_id))
    clerk.work("product", roses)
    assert stands_deleted(roses)
    assert not on_sale(florist, roses)


def test_a_deleted_product_can_be_neither_changed_nor_deleted_again(clerk: Clerk, deleted: int) -> None:
    with begin() as session:
        assert lock_product(session, clerk.shop.id, rows.product(deleted).id) is None


def test_a_local_product_owes_the_site_nothing(shop: Shop) -> None:
    with begin() as session:
        product = make_product(session, shop, bitrix_id=None)
    assert not delete(shop, product.id)
    with begin() as session:
        assert session.scalars(select(Outbox)).all() == []
