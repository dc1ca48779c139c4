"""A write whose answer was lost, or that the site did not keep: read first, write again only what is missing."""

from dataclasses import replace
from typing import Any

import pytest

from dev.simulator.control import Florist
from tests.sync import rows
from tests.sync.clerk import Clerk
from tests.sync.conftest import Connect

PUT = "PUT *update-from-railway*"


@pytest.fixture
def roses(clerk: Clerk, florist: Florist) -> int:
    return clerk.mirror(florist)


def written(florist: Florist) -> list[Any]:
    """Prices of the writes the site has received, in their order."""
    return [call["body"].get("price") for call in florist.log(PUT)]


def methods(florist: Florist) -> list[str]:
    return [call["method"] for call in florist.log()]


@pytest.mark.parametrize(
    "edit",
    [
        {"price": 500_000},
        {"price": 495_050},
        {"name": "Розы & пионы, очень свежие"},
        {"image": "https://cdn.example/a.jpg"},
        {"enabled": False},
    ],
)
def test_a_write_that_landed_is_not_sent_again(
    clerk: Clerk, florist: Florist, roses: int, edit: dict[str, Any]
) -> None:
    florist.config(round_prices=True, escape_titles=True, trim_titles=20)
    clerk.edit_product(roses, **edit)
    florist.fault("lose_answer", PUT, count=1)
    florist.clear_log()
    assert clerk.work("product", roses).state == "pending"
    assert clerk.work("product", roses).state == "settled"
    assert methods(florist) == ["GET", "PUT", "GET"]
    assert {name: getattr(rows.product(roses), name) for name in edit} == edit
    assert rows.conflicts() == []


def test_a_write_that_timed_out_before_it_landed_is_sent_after_a_read(
    clerk: Clerk, connect: Connect, florist: Florist, roses: int
) -> None:
    clerk.edit_product(roses, price=500_000)
    florist.fault("timeout", PUT, count=1)
    florist.clear_log()
    assert replace(clerk, site=connect(read_timeout=0.1)).work("product", roses).in_doubt
    florist.clear_faults()
    assert clerk.work("product", roses).state == "settled"
    assert florist.product(roses)["data"]["price"] == "5 000 ₸"
    assert methods(florist)[-3:] == ["GET", "PUT", "GET"]
    assert rows.conflicts() == []


def test_what_was_edited_again_while_in_doubt_is_no_conflict(clerk: Clerk, florist: Florist, roses: int) -> None:
    florist.fault("lose_answer", PUT, count=1)
    clerk.edit_product(roses, price=500_000)
    clerk.work("product", roses)
    clerk.edit_product(roses, price=600_000)
    assert clerk.work("product", roses).state == "settled"
    assert written(florist) == ["5 000 ₸", "6 000 ₸"]
    assert rows.conflicts() == []


def test_an_edit_taken_back_while_in_doubt_is_taken_back_there(clerk: Clerk, florist: Florist, roses: int) -> None:
    florist.fault("lose_answer", PUT, count=1)
    clerk.edit_product(roses, price=500_000)
    clerk.work("product", roses)
    clerk.edit_product(roses, price=400_000)
    assert clerk.work("product", roses).state == "settled"
    assert florist.product(roses)["data"]["price"] == "4 000 ₸"
    assert rows.product(roses).price == 400_000


def test_a_price_that_may_be_the_old_one_is_sent_again(clerk: Clerk, florist: Florist) -> None:
    """4 000,50 ₸ sent over 4 001 ₸ reads 4 001 ₸, whether it was written or not."""
    florist.config(round_prices=True)
    roses = clerk.mirror(florist, price="4 001 ₸")
    clerk.edit_product(roses, price=400_050)
    florist.fault("http_503", PUT, count=1)
    assert clerk.work("product", roses).state == "pending"
    assert clerk.work("product", roses).state == "settled"
    assert len(written(florist)) == 2
    assert rows.product(roses).price == 400_050


def test_a_site_that_says_yes_and_keeps_its_own_is_not_asked_in_a_loop(
    clerk: Clerk, florist: Florist, roses: int
) -> None:
    clerk.edit_product(roses, price=500_000)
    florist.fault("stale_detail", "GET *detail*")  # seen from here: the read never shows the write
    row = clerk.work("product", roses)
    assert (row.state, row.attempts) == ("pending", 1)
    assert row.error
    assert "kept its own price" in row.error
    assert len(written(florist)) == 1
    assert rows.product(roses).price == 500_000, "ours is not lost over it"


def test_a_yes_that_shows_late_is_agreement_without_another_write(
    clerk: Clerk, florist: Florist, roses: int
) -> None:
    clerk.edit_product(roses, price=500_000)
    florist.fault("stale_detail", "GET *detail*", count=2)
    assert clerk.work("product", roses).state == "pending"
    assert clerk.work("product", roses).state == "settled"
    assert len(written(florist)) == 1


def test_a_200_that_says_false_is_no_yes(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, price=500_000)
    florist.fault("ok_false", PUT, count=1)
    assert clerk.work("product", roses).state == "pending"
    assert clerk.work("product", roses).state == "settled"
    assert florist.product(roses)["data"]["price"] == "5 000 ₸"
