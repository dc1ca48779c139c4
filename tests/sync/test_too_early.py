"""The site's handler runs inside its own save: who reads at once after a webhook may see the row from before it."""

from dev.simulator.control import Florist
from tests.sync import rows
from tests.sync.clerk import Clerk

DETAIL = "GET *detail*"


def not_saved_yet(florist: Florist) -> None:
    """The next read sees the row as it was before its last save."""
    florist.fault("stale_detail", DETAIL, count=1)


def test_an_early_read_does_not_take_a_status_back(clerk: Clerk, florist: Florist) -> None:
    order = clerk.mirror_order(florist)
    florist.change_order(order, status="AP")
    clerk.hear_status(order, "AP")
    clerk.drain()
    not_saved_yet(florist)
    assert clerk.agree("order", order).state == "pending"
    assert rows.order(order).bitrix_status == "AP"
    assert clerk.work("order", order).state == "settled"
    assert rows.order(order).bitrix_status == "AP"


def test_what_the_site_shows_long_after_a_webhook_is_believed(clerk: Clerk, florist: Florist) -> None:
    order = clerk.mirror_order(florist)
    clerk.hear_status(order, "AP")
    clerk.drain()
    clerk.let_the_save_end()
    assert clerk.agree("order", order).state == "settled"
    assert rows.order(order).bitrix_status == "N"


def test_a_hint_that_was_followed_too_early_is_followed_again(clerk: Clerk, florist: Florist) -> None:
    """The debt was due for another reason, moments after the webhook."""
    roses = clerk.mirror(florist)
    florist.change_product(roses, price="5 000 ₸")
    clerk.hear_product(florist, roses)
    clerk.drain()
    not_saved_yet(florist)
    assert clerk.work("product", roses).state == "pending"
    assert rows.product(roses).price == 400_000
    clerk.let_the_save_end()
    assert clerk.work("product", roses).state == "settled"
    assert rows.product(roses).price == 500_000


def test_an_edit_of_ours_does_not_wait_for_that(clerk: Clerk, florist: Florist) -> None:
    roses = clerk.mirror(florist)
    clerk.hear_product(florist, roses)
    clerk.drain()
    clerk.edit_product(roses, price=600_000)
    clerk.work("product", roses)
    assert florist.product(roses)["data"]["price"] == "6 000 ₸"
