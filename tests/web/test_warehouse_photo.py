"""What an item looks like."""

import pytest

from models import Shop, WarehouseItem, begin
from tests.people import make_user
from tests.photos import form, picture
from tests.shopfloor import make_warehouse_item
from tests.web.conftest import Ask, add


@pytest.fixture
def rose(shop: Shop) -> WarehouseItem:
    return add(make_warehouse_item, shop, "Роза")


def seen(ask: Ask, url: str) -> int:
    return ask("GET", url.removeprefix("/api/v1")).status_code


def test_an_item_gets_a_picture(ask: Ask, rose: WarehouseItem) -> None:
    answer = ask("POST", f"/warehouse/{rose.id}/photo", as_role="florist", **form(picture()))
    assert answer.status_code == 201
    assert seen(ask, answer.json["image"]) == 200
    assert ask("GET", f"/warehouse/{rose.id}", as_role="florist").json["image"] == answer.json["image"]
    (listed,) = ask("GET", "/inventory/prepare/items", as_role="manager").json["items"]
    assert listed["image"] == answer.json["image"]


def test_a_new_picture_takes_the_place_of_the_one_before(ask: Ask, rose: WarehouseItem) -> None:
    first, second = (
        ask("POST", f"/warehouse/{rose.id}/photo", as_role="florist", **form(picture())).json["image"]
        for _ in range(2)
    )
    assert (seen(ask, first), seen(ask, second)) == (404, 200)


def test_a_picture_is_taken_away(ask: Ask, rose: WarehouseItem) -> None:
    url = ask("POST", f"/warehouse/{rose.id}/photo", as_role="florist", **form(picture())).json["image"]
    for _ in range(2):
        answer = ask("DELETE", f"/warehouse/{rose.id}/photo", as_role="florist")
        assert (answer.status_code, answer.json["image"]) == (200, None)
    assert seen(ask, url) == 404


def test_another_shops_item_gets_none(ask: Ask, rose: WarehouseItem, other_shop: Shop) -> None:
    stranger = add(make_user, other_shop)
    assert ask("POST", f"/warehouse/{rose.id}/photo", user=stranger, **form(picture())).status_code == 404
    assert ask("DELETE", f"/warehouse/{rose.id}/photo", user=stranger).status_code == 404
    with begin() as session:
        assert session.get_one(WarehouseItem, rose.id).image is None


def test_what_is_no_picture_is_refused(ask: Ask, rose: WarehouseItem) -> None:
    path = f"/warehouse/{rose.id}/photo"
    assert ask("POST", path, as_role="florist", **form(b"no picture")).status_code == 415
    assert ask("POST", path, as_role="florist", json={}).status_code == 415
    answer = ask("POST", path, as_role="florist", **form(picture(), name="photo"))
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["file"])
