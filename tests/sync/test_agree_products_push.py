"""A product changed here: what the site is told, how often, and what it makes of it."""

from dataclasses import replace
from typing import Any

import pytest

from bitrix.wire.product import DIALECTS
from dev.simulator.control import Florist
from tests.sync import rows
from tests.sync.clerk import Clerk
from tests.sync.conftest import Connect

PUT = "PUT *update-from-railway*"


@pytest.fixture
def roses(clerk: Clerk, florist: Florist) -> int:
    return clerk.mirror(florist)


def sent(florist: Florist) -> list[dict[str, Any]]:
    """Bodies of the writes the site has received."""
    return [call["body"] for call in florist.log(PUT)]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_field_that_can_be_written_arrives_in_each_dialect(
    clerk: Clerk, connect: Connect, florist: Florist, roses: int, dialect: str
) -> None:
    florist.config(dialect=dialect)
    clerk = replace(clerk, site=connect(dialect=dialect))
    image = "https://shop.example/upload/new.jpg"
    clerk.edit_product(roses, name="Пионы", price=495_050, image=image, description="Свежие", enabled=False)
    assert clerk.work("product", roses).state == "settled"
    there = florist.product(roses)
    shown = {key: there["data"][key] for key in ("title", "price", "image", "isAvailable")}
    assert shown == {"title": "Пионы", "price": "4 950,50 ₸", "image": image, "isAvailable": False}
    assert there["description"] == "Свежие"
    assert len(sent(florist)) == 1


def test_only_what_moved_is_sent(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, price=500_000)
    clerk.work("product", roses)
    assert sent(florist) == [{"price": "5 000 ₸"}]


def test_ten_edits_make_one_call(clerk: Clerk, florist: Florist, roses: int) -> None:
    for price in range(100_000, 1_100_000, 100_000):
        clerk.edit_product(roses, price=price)
    clerk.work("product", roses)
    assert sent(florist) == [{"price": "10 000 ₸"}]


def test_what_was_edited_and_put_back_is_not_sent(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, price=500_000)
    clerk.edit_product(roses, price=400_000)
    assert clerk.work("product", roses).state == "settled"
    assert sent(florist) == []


def test_a_picture_taken_away_here_goes_there_too(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, image=None)
    assert clerk.work("product", roses).state == "settled"
    assert sent(florist) == [{"image": ""}]
    assert rows.product(roses).image is None


def test_the_description_is_told_once_and_never_compared(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, description="Свежие")
    for _ in range(3):
        assert clerk.agree("product", roses).state == "settled"
    assert sent(florist) == [{"description": "Свежие"}]


def test_a_description_taken_away_is_told_too(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, description="Свежие")
    clerk.work("product", roses)
    clerk.edit_product(roses, description=None)
    clerk.work("product", roses)
    assert sent(florist)[1:] == [{"description": ""}]


def test_the_request_is_followed_to_the_site(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, request_id="r-1", price=500_000)
    clerk.work("product", roses)
    assert florist.log(PUT)[0]["headers"]["X-Request-ID"] == "r-1"


# The site keeps what it likes, and its webhook comes back: that is agreement, and the echo ends here.

HABITS = [
    pytest.param({"rehost_images": True}, {"image": "https://cdn.example/a.jpg"}, id="re-hosted"),
    pytest.param({"round_prices": True}, {"price": 495_050}, id="rounded"),
    pytest.param({"escape_titles": True}, {"name": "Розы & пионы"}, id="escaped"),
    pytest.param({"trim_titles": 10}, {"name": "Розы красные, 51 шт"}, id="trimmed"),
    pytest.param(
        {"round_prices": True, "escape_titles": True, "trim_titles": 16},
        {"name": "Розы & пионы, микс", "price": 495_050, "image": "https://cdn.example/b.jpg", "enabled": False},
        id="all",
    ),
]


@pytest.mark.parametrize(("habit", "edit"), HABITS)
def test_what_the_site_makes_of_our_value_is_agreement(
    clerk: Clerk, florist: Florist, roses: int, habit: dict[str, Any], edit: dict[str, Any]
) -> None:
    florist.config(**habit)
    clerk.edit_product(roses, **edit)
    for _ in range(3):
        assert clerk.agree("product", roses).state == "settled"
    here = rows.product(roses)
    assert {name: getattr(here, name) for name in edit} == edit
    assert len(sent(florist)) == 1
    assert rows.conflicts() == []


@pytest.mark.parametrize(("habit", "edit"), HABITS)
def test_an_echo_ends_with_us(
    clerk: Clerk, florist: Florist, roses: int, habit: dict[str, Any], edit: dict[str, Any]
) -> None:
    florist.config(**habit)
    clerk.edit_product(roses, **edit)
    clerk.work("product", roses)
    for _ in range(3):
        clerk.hear_product(florist, roses)
        clerk.drain()
        clerk.work("product", roses)
    here = rows.product(roses)
    assert {name: getattr(here, name) for name in edit} == edit
    assert len(sent(florist)) == 1


def test_an_echo_that_is_applied_at_once_ends_with_us_too(clerk: Clerk, florist: Florist, roses: int) -> None:
    """Long after the write there is no reason to take it for a hint only."""
    clerk = replace(clerk, rules=replace(clerk.rules, product_quiet_s=0))
    florist.config(round_prices=True, escape_titles=True)
    edit = {"name": "Розы & пионы", "price": 495_050, "image": "https://cdn.example/a.jpg"}
    clerk.edit_product(roses, **edit)
    clerk.work("product", roses)
    clerk.hear_product(florist, roses)
    clerk.drain()
    assert [event.state for event in rows.events()] == ["unchanged"]
    clerk.work("product", roses)
    assert len(sent(florist)) == 1
