"""Both sides changed a product: both edits live where they can, and where they cannot, a row keeps them both."""

from dataclasses import replace
from typing import Any, Literal

import pytest

from dev.simulator.control import Florist
from models import begin
from tests.shopfloor import make_link, make_product
from tests.sync import rows
from tests.sync.clerk import Clerk

First = Literal["ours", "theirs"]
IMAGE = "https://shop.example/upload/a.jpg"


@pytest.fixture
def roses(clerk: Clerk, florist: Florist) -> int:
    return clerk.mirror(florist)


def writes(florist: Florist) -> list[dict[str, Any]]:
    return [call["body"] for call in florist.log("PUT *")]


def kept() -> list[tuple[Any, ...]]:
    return [(row.field, row.why, row.ours, row.theirs, row.winner, row.state) for row in rows.conflicts()]


def test_edits_of_different_fields_both_survive(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, price=500_000)
    florist.change_product(roses, title="Пионы")
    assert clerk.work("product", roses).state == "settled"
    here, there = rows.product(roses), florist.product(roses)["data"]
    assert (here.name, here.price) == ("Пионы", 500_000)
    assert (there["title"], there["price"]) == ("Пионы", "5 000 ₸")
    assert kept() == []


@pytest.mark.parametrize("first", ["ours", "theirs"])
def test_edits_of_one_field_end_the_same_whichever_is_heard_first(
    clerk: Clerk, florist: Florist, roses: int, first: First
) -> None:
    florist.change_product(roses, price="6 000 ₸")
    if first == "theirs":
        clerk.hear_product(florist, roses)
    clerk.edit_product(roses, price=500_000)
    if first == "ours":
        clerk.hear_product(florist, roses)
    clerk.drain()
    clerk.let_the_save_end()
    for _ in range(2):
        assert clerk.agree("product", roses).state == "settled"
    assert rows.product(roses).price == 600_000
    assert kept() == [("price", "both_moved", 500_000, 600_000, "site", "open")]
    assert writes(florist) == []


def test_what_was_emptied_here_is_kept_as_empty(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, image=None)
    florist.change_product(roses, image=IMAGE)
    assert clerk.work("product", roses).state == "settled"
    assert rows.product(roses).image == IMAGE
    assert kept() == [("image", "both_moved", None, IMAGE, "site", "open")]


def test_the_same_edit_on_both_sides_is_agreement(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk.edit_product(roses, price=500_000)
    florist.change_product(roses, price="5 000 ₸")
    assert clerk.work("product", roses).state == "settled"
    assert (kept(), writes(florist)) == ([], [])


def test_a_newer_conflict_of_the_field_replaces_the_open_one(clerk: Clerk, florist: Florist, roses: int) -> None:
    for ours, theirs in ((500_000, "6 000 ₸"), (700_000, "8 000 ₸")):
        clerk.edit_product(roses, price=ours)
        florist.change_product(roses, price=theirs)
        clerk.work("product", roses)
    assert kept() == [("price", "both_moved", 700_000, 800_000, "site", "open")]


def test_a_field_that_is_ours_by_setting_is_pushed_in_a_conflict(
    clerk: Clerk, florist: Florist, roses: int
) -> None:
    clerk = replace(clerk, rules=replace(clerk.rules, owners={"price": "us"}))
    clerk.edit_product(roses, price=500_000)
    florist.change_product(roses, price="6 000 ₸")
    for _ in range(2):
        assert clerk.agree("product", roses).state == "settled"
    assert florist.product(roses)["data"]["price"] == "5 000 ₸"
    assert kept() == [("price", "both_moved", 500_000, 600_000, "us", "open")]
    assert len(writes(florist)) == 1


# First contact: the link remembers nothing yet


def first_contact(clerk: Clerk, florist: Florist, ours: dict[str, Any], **theirs: Any) -> int:
    """A product that both sides had before they were linked, brought to agreement."""
    bitrix_id = int(florist.create_product(**{"title": "Розы", "price": "4 000 ₸", **theirs})["id"])
    with begin() as session:
        make_link(session, make_product(session, clerk.shop, **{"price": 400_000, **ours}, bitrix_id=bitrix_id))
    assert clerk.agree("product", bitrix_id).state == "settled"
    return bitrix_id


def test_equal_values_become_the_memory(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = first_contact(clerk, florist, {})
    assert rows.link("product", bitrix_id).base["price"] == {"ours": 400_000, "theirs": 400_000}
    assert kept() == []


def test_different_values_go_to_the_owner_with_a_conflict(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = first_contact(clerk, florist, {"price": 500_000})
    assert rows.product(bitrix_id).price == 400_000
    assert kept() == [("price", "no_base", 500_000, 400_000, "site", "open")]


def test_an_empty_value_of_ours_never_beats_a_filled_one(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = first_contact(clerk, florist, {"image": None}, image=IMAGE, catalogHeight="70 см")
    assert rows.product(bitrix_id).image == IMAGE
    assert rows.product(bitrix_id).height == 70
    assert kept() == []


def test_an_empty_value_of_theirs_never_beats_a_filled_one(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = first_contact(clerk, florist, {"image": IMAGE, "height": 70}, image="", images=[IMAGE])
    here = rows.product(bitrix_id)
    assert (here.image, here.height) == (IMAGE, 70)
    assert florist.product(bitrix_id)["data"]["image"] == IMAGE
    assert kept() == []


def test_our_description_goes_over_on_first_contact(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = first_contact(clerk, florist, {"description": "Свежие"})
    assert florist.product(bitrix_id)["description"] == "Свежие"


@pytest.fixture
def unlinked(clerk: Clerk, florist: Florist) -> int:
    """A row of ours that carries the site's id and came by another way than the sync's."""
    bitrix_id = int(florist.create_product(title="Пионы", price="4 000 ₸")["id"])
    with begin() as session:
        make_product(session, clerk.shop, price=400_000, bitrix_id=bitrix_id)
    return bitrix_id


def test_a_product_that_carries_the_sites_id_is_linked_and_not_imported_again(clerk: Clerk, unlinked: int) -> None:
    assert clerk.agree("product", unlinked).state == "settled"
    assert rows.product(unlinked).name == "Пионы"
    assert kept() == [("name", "no_base", "Розы", "Пионы", "site", "open")]


def test_a_webhook_for_it_links_it_too(clerk: Clerk, florist: Florist, unlinked: int) -> None:
    clerk.hear_product(florist, unlinked)
    clerk.drain()
    assert [event.state for event in rows.events()] == ["superseded"]
    clerk.let_the_save_end()
    assert clerk.work("product", unlinked).state == "settled"
    assert rows.product(unlinked).name == "Пионы"
