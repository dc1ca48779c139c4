"""A product changed on the site: what comes over, and what never does."""

from typing import Any

import pytest

from dev.simulator.control import Florist
from models import begin
from models.product import FIRST_LOCAL_ID
from tests.shopfloor import make_product
from tests.sync import rows
from tests.sync.clerk import Clerk

UPLOAD = "https://shop.example/upload"


@pytest.fixture
def roses(clerk: Clerk, florist: Florist) -> int:
    return clerk.mirror(florist)


def shown(bitrix_id: int, *names: str) -> dict[str, Any]:
    product = rows.product(bitrix_id)
    return {name: getattr(product, name) for name in names}


def test_an_unknown_product_is_imported_under_its_own_id(clerk: Clerk, florist: Florist) -> None:
    bitrix_id = clerk.mirror(florist, title="Розы &amp; пионы", price="4\u00a0950,50 ₸", catalogHeight="60-70 см")
    expected = {"id": bitrix_id, "name": "Розы & пионы", "price": 495_050, "height": 70, "enabled": True}
    assert shown(bitrix_id, *expected) == expected
    link = rows.link("product", bitrix_id)
    assert link.base["price"] == {"ours": 495_050, "theirs": 495_050}
    assert link.agreed_at is not None


def test_an_import_whose_id_is_taken_gets_one_of_ours(clerk: Clerk, florist: Florist) -> None:
    with begin() as session:
        make_product(session, clerk.shop, id=600_001, bitrix_id=None)
    bitrix_id = clerk.mirror(florist, id=600_001)
    assert rows.product(bitrix_id).id >= FIRST_LOCAL_ID


@pytest.mark.parametrize("price", ["по запросу", "65 USD", ""])
def test_a_product_without_a_readable_price_is_not_made_here(clerk: Clerk, florist: Florist, price: str) -> None:
    bitrix_id = int(florist.create_product(title="Розы", price=price)["id"])
    row = clerk.agree("product", bitrix_id)
    assert row.state == "dead"
    assert row.error
    assert "price" in row.error
    assert rows.find_link("product", bitrix_id) is None


def test_everything_that_moved_there_comes_over(clerk: Clerk, florist: Florist, roses: int) -> None:
    florist.change_product(
        roses,
        title="Пионы",
        price=15_000,
        image=f"{UPLOAD}/p.jpg",
        images=[f"{UPLOAD}/p.jpg", f"{UPLOAD}/q.jpg"],
        isAvailable=False,
        type="vitrina",
        width="30 см",
        height="0,7 м",
    )
    assert clerk.agree("product", roses).state == "settled"
    assert shown(roses, "name", "price", "image", "enabled", "type", "width", "height") == {
        "name": "Пионы",
        "price": 1_500_000,
        "image": f"{UPLOAD}/p.jpg",
        "enabled": False,
        "type": "vitrina",
        "width": 30,
        "height": 70,
    }
    assert [image.url for image in rows.product(roses).images] == [f"{UPLOAD}/p.jpg", f"{UPLOAD}/q.jpg"]
    assert florist.log("PUT *") == []


def test_a_second_look_changes_nothing(clerk: Clerk, florist: Florist, roses: int) -> None:
    florist.change_product(roses, price="5 000 ₸")
    clerk.agree("product", roses)
    version, seq = rows.product(roses).version, rows.link("product", roses).seq
    assert clerk.agree("product", roses).state == "settled"
    assert (rows.product(roses).version, rows.link("product", roses).seq) == (version, seq)


def test_a_missing_key_wipes_nothing(clerk: Clerk, florist: Florist) -> None:
    roses = clerk.mirror(florist, catalogHeight="70 см")
    missing = ["title", "price", "image", "images", "isAvailable", "catalogHeight", "height", "type"]
    before = shown(roses, "name", "price", "image", "enabled", "height", "type")
    florist.change_product(roses, missing=missing)
    assert clerk.agree("product", roses).state == "settled"
    assert shown(roses, *before) == before
    assert len(rows.product(roses).images) == 1


def test_an_edit_of_a_field_the_site_is_silent_about_is_sent(clerk: Clerk, florist: Florist, roses: int) -> None:
    florist.change_product(roses, missing=["price"])
    clerk.edit_product(roses, price=500_000)
    assert clerk.work("product", roses).state == "settled"
    assert [call["body"] for call in florist.log("PUT *")] == [{"price": "5 000 ₸"}]


@pytest.mark.parametrize("empty", [None, False, ""])
def test_an_empty_picture_clears_ours(clerk: Clerk, florist: Florist, roses: int, empty: Any) -> None:
    florist.change_product(roses, image=empty, images=[])
    assert clerk.agree("product", roses).state == "settled"
    assert rows.product(roses).image is None
    assert rows.product(roses).images == []


@pytest.mark.parametrize("title", ["", None, False])
def test_an_empty_name_is_rejected_for_a_product_must_have_one(
    clerk: Clerk, florist: Florist, roses: int, title: Any
) -> None:
    florist.change_product(roses, title=title)
    assert clerk.agree("product", roses).state == "settled"
    assert rows.product(roses).name == "Розы"
    assert "name" in rows.link("product", roses).rejected


def test_an_unreadable_price_rejects_that_field_alone(clerk: Clerk, florist: Florist, roses: int) -> None:
    florist.change_product(roses, price="по запросу", title="Пионы")
    assert clerk.agree("product", roses).state == "settled"
    assert shown(roses, "name", "price") == {"name": "Пионы", "price": 400_000}
    link = rows.link("product", roses)
    assert list(link.rejected) == ["price"]
    assert link.base["price"] == {"ours": 400_000, "theirs": 400_000}, "its memory stays"


def test_a_rejection_is_over_when_the_price_can_be_read_again(clerk: Clerk, florist: Florist, roses: int) -> None:
    florist.change_product(roses, price="по запросу")
    clerk.agree("product", roses)
    florist.change_product(roses, price="5 000 ₸")
    clerk.agree("product", roses)
    assert rows.product(roses).price == 500_000
    assert rows.link("product", roses).rejected == {}


def test_what_is_ours_alone_is_never_touched(clerk: Clerk, florist: Florist, roses: int) -> None:
    ours = {"tags": ["хит"], "occasions": ["8 марта"], "cities": ["Алматы"], "colors": ["red"]}
    ours |= {"is_featured": True, "shelf_life_days": 5, "manufacturing_minutes": 20, "description": "Свежие"}
    clerk.edit_product(roses, **ours)
    florist.change_product(roses, title="Пионы", price=1)
    assert clerk.agree("product", roses).state == "settled"
    assert shown(roses, *ours) == ours


def test_a_read_that_was_stale_is_put_right_by_the_next(clerk: Clerk, florist: Florist, roses: int) -> None:
    """A product carries no time of its change: an old answer cannot be told, but it does not last either."""
    florist.change_product(roses, price="5 000 ₸")
    clerk.agree("product", roses)
    florist.fault("stale_detail", "GET *detail*", count=1)
    clerk.agree("product", roses)
    clerk.agree("product", roses)
    assert rows.product(roses).price == 500_000
    assert florist.log("PUT *") == []
    assert rows.conflicts() == []


def test_an_edit_of_ours_is_not_sent_over_what_cannot_be_read(clerk: Clerk, florist: Florist, roses: int) -> None:
    """A florist meant something by it; our price waits until both can be compared."""
    florist.change_product(roses, price="по запросу")
    clerk.edit_product(roses, price=500_000)
    assert clerk.work("product", roses).state == "settled"
    assert (rows.product(roses).price, florist.log("PUT *")) == (500_000, [])
    florist.change_product(roses, price="4 000 ₸")
    assert clerk.agree("product", roses).state == "settled"
    assert florist.product(roses)["data"]["price"] == "5 000 ₸"
