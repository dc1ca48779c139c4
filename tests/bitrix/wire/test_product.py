"""Products as the site sends them, and as it wants them sent."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitrix.wire.product import parse_product, product_payload
from bitrix.wire.unreadable import Unreadable

SITE = "https://shop.example"
WEBHOOK = {
    "id": 668826, "title": "Эустомы", "price": "4 950 ₸", "isAvailable": True,
    "image": "https://shop.example/upload/a.jpeg", "images": ["https://shop.example/upload/a.jpeg"],
    "catalogHeight": "70 см", "catalogWidth": "", "type": "catalog", "colors": False,
    "createdAt": "2025-04-24T17:01:07+0500",
}  # fmt: skip
LIST_ROW = {
    "id": 697695, "image": "https://shop.example/b.jpeg", "images": ["/b.jpeg", "/c.jpeg"],
    "title": "Эустомы в пачке",
    "price": "7 500 ₸", "isAvailable": True, "createdAt": "2025-09-26T14:59:39+0500", "type": "catalog",
    "width": None,
    "height": None, "video": None, "duration": None, "discount": "0", "composition": None, "colors": False,
    "catalogWidth": "", "catalogHeight": "", "productionTime": None,
}  # fmt: skip


def values(**data: Any) -> dict[str, Any]:
    return parse_product({"id": 1, **data}, SITE).reading.values


def rejected(**data: Any) -> dict[str, str]:
    return parse_product({"id": 1, **data}, SITE).reading.rejected


def test_the_webhook_of_the_contract_is_read_whole() -> None:
    product = parse_product(WEBHOOK, SITE)
    assert product.id == 668826
    assert product.reading.rejected == {}
    assert product.reading.values == {
        "name": "Эустомы",
        "price": 495000,
        "image": "https://shop.example/upload/a.jpeg",
        "enabled": True,
        "type": "catalog",
        "width": None,
        "height": 70,
        "images": ["https://shop.example/upload/a.jpeg"],
        "created": datetime(2025, 4, 24, 12, 1, 7, tzinfo=UTC),
    }


def test_the_list_row_of_the_contract_is_read_whole() -> None:
    product = parse_product(LIST_ROW, SITE)
    assert product.reading.rejected == {}
    assert product.reading.values["images"] == ["https://shop.example/b.jpeg", "https://shop.example/c.jpeg"]
    assert (product.reading.values["width"], product.reading.values["height"]) == (None, None)


def test_a_missing_key_is_neither_value_nor_rejection() -> None:
    reading = parse_product({"id": 1}, SITE).reading
    assert reading.values == {}
    assert reading.rejected == {}


@pytest.mark.parametrize("empty", [None, False, "", []])
def test_an_explicit_empty_value_clears_where_a_field_may_be_empty(empty: Any) -> None:
    cleared = values(image=empty, images=empty, createdAt=empty, type="vitrina", width=empty, height=empty)
    assert cleared == {
        "image": None,
        "images": [],
        "created": None,
        "type": "vitrina",
        "width": None,
        "height": None,
    }


@pytest.mark.parametrize("empty", [None, "", []])
@pytest.mark.parametrize(
    ("key", "field"), [("title", "name"), ("price", "price"), ("isAvailable", "enabled"), ("type", "type")]
)
def test_an_empty_value_is_rejected_where_a_field_may_not_be_empty(key: str, field: str, empty: Any) -> None:
    reading = parse_product({"id": 1, key: empty}, SITE).reading
    assert field not in reading.values
    assert reading.rejected[field].startswith(f"{field}: ")


def test_an_unreadable_price_is_rejected_alone_and_with_its_reason() -> None:
    reading = parse_product({**WEBHOOK, "price": "по запросу"}, SITE).reading
    assert reading.rejected == {"price": 'price: "по запросу" is not a price'}
    assert reading.values["name"] == "Эустомы"


def test_false_is_an_answer_for_availability() -> None:
    assert values(isAvailable=False) == {"enabled": False}


def test_a_title_keeps_its_escapes() -> None:
    assert values(title="Розы &amp; пионы")["name"] == "Розы &amp; пионы"


def test_a_relative_image_becomes_absolute() -> None:
    assert values(image="/upload/x.jpeg")["image"] == "https://shop.example/upload/x.jpeg"


def test_empty_images_in_the_list_are_left_out() -> None:
    assert values(images=["/a.jpg", None, "", False])["images"] == ["https://shop.example/a.jpg"]


def test_a_list_with_gaps_that_php_made_an_object_is_a_list() -> None:
    assert values(images={"0": "/a.jpg", "2": "/b.jpg"})["images"] == [f"{SITE}/a.jpg", f"{SITE}/b.jpg"]


def test_a_single_image_is_a_list_of_one() -> None:
    assert values(images="/a.jpg")["images"] == ["https://shop.example/a.jpg"]


def test_images_of_another_kind_are_rejected() -> None:
    assert set(rejected(images=7)) == {"images"}


def test_a_product_of_the_window_has_its_plain_dimensions() -> None:
    assert values(type="vitrina", width="30 см", height="40 см", catalogWidth="", catalogHeight="")["width"] == 30


def test_a_product_of_the_catalogue_has_its_catalogue_dimensions() -> None:
    found = values(type="catalog", width=None, height=None, catalogWidth="30 см", catalogHeight="60-70 см")
    assert (found["width"], found["height"]) == (30, 70)


def test_the_other_types_empty_dimension_wipes_nothing() -> None:
    assert values(type="catalog", width=None, height=None) == {"type": "catalog"}


def test_the_other_types_filled_dimension_serves_where_the_own_was_not_sent() -> None:
    assert values(type="catalog", width="30 см")["width"] == 30


def test_without_a_type_the_filled_dimension_counts() -> None:
    assert values(width="", catalogWidth="30 см")["width"] == 30


def test_without_a_type_only_both_empty_dimensions_are_empty() -> None:
    assert values(width="") == {}
    assert values(width="", catalogWidth="") == {"width": None}


@pytest.mark.parametrize("data", [{}, {"id": None}, {"id": "abc"}, {"id": 0}])
def test_without_a_readable_id_there_is_no_product(data: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        parse_product(data, SITE)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(sorted(set(WEBHOOK) | set(LIST_ROW))), JSON))
def test_whatever_the_site_sends_is_read_or_rejected_by_field(data: dict[str, Any]) -> None:
    reading = parse_product({**data, "id": 1}, SITE).reading
    assert not set(reading.values) & set(reading.rejected)


CHANGES = {
    "name": "Букет",
    "price": 500000,
    "image": "https://cdn.example/a.jpg",
    "description": "Тюльпаны",
    "enabled": True,
}
SENT = {"price": "5 000 ₸", "image": "https://cdn.example/a.jpg", "description": "Тюльпаны"}


@pytest.mark.parametrize(
    ("dialect", "path", "body"),
    [
        ("path", "/products/update-from-railway/7", {"name": "Букет", "enabled": True, **SENT}),
        ("body", "/products/update-from-railway/", {"id": 7, "title": "Букет", "isAvailable": True, **SENT}),
        ("path-yn", "/products/update-from-railway/7", {"name": "Букет", "enabled": "Y", **SENT}),
    ],
)
def test_each_dialect_says_the_same_in_its_own_words(dialect: str, path: str, body: dict[str, Any]) -> None:
    assert product_payload(dialect, 7, CHANGES) == (path, body)


@pytest.mark.parametrize(
    ("dialect", "body"),
    [("path", {"enabled": False}), ("body", {"id": 7, "isAvailable": False}), ("path-yn", {"enabled": "N"})],
)
def test_only_what_changed_is_sent(dialect: str, body: dict[str, Any]) -> None:
    assert product_payload(dialect, 7, {"enabled": False})[1] == body


def test_a_cleared_image_is_sent_empty() -> None:
    assert product_payload("path", 7, {"image": None})[1] == {"image": ""}


@pytest.mark.parametrize(("dialect", "changes"), [("soap", {}), ("path", {"width": 70})])
def test_what_the_site_does_not_know_is_never_sent(dialect: str, changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"soap|width"):
        product_payload(dialect, 7, changes)
