"""Dimensions: "60-70 см" and whole centimetres."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitrix.wire.dimension import LARGEST, parse_dimension
from bitrix.wire.unreadable import Unreadable

READABLE = [
    ("70 см", 70), ("70см", 70), ("70cm", 70), ("70 CM", 70), ("70", 70), (70, 70), (70.0, 70), ("70,5 см", 71),
    ("60-70 см", 70), ("60 - 70 см", 70), ("60–70 см", 70), ("70-60 см", 70), ("60 см - 70 см", 70),
    ("90 см - 1 м", 100),
    ("0,7 м", 70), ("0.7 m", 70), ("0,6-0,7 м", 70), ("700 мм", 70), ("70 см.", 70), (" 70 см ", 70),
]  # fmt: skip
NONE = ["", " ", None, False, [], {}, 0, "0", "0 см"]
UNREADABLE = [
    "высокий", "70 x 50", "70 дюймов", "-70 см", -70, True, "70-", "٧٠ см", [70], float("nan"), float("inf"),
    0.7, "900 м", 10**300, "9" * 50,
]  # fmt: skip


@pytest.mark.parametrize(("raw", "centimetres"), READABLE)
def test_a_dimension_is_read_in_every_spelling_of_the_site(raw: object, centimetres: int) -> None:
    assert parse_dimension(raw) == centimetres


@pytest.mark.parametrize("raw", NONE, ids=repr)
def test_an_empty_dimension_is_none(raw: object) -> None:
    assert parse_dimension(raw) is None


@pytest.mark.parametrize("raw", UNREADABLE, ids=repr)
def test_what_is_no_dimension_is_refused(raw: object) -> None:
    with pytest.raises(Unreadable):
        parse_dimension(raw)


@given(st.integers(1, LARGEST), st.integers(1, LARGEST))
def test_of_a_range_the_larger_end_counts(one: int, other: int) -> None:
    assert parse_dimension(f"{one}-{other} см") == max(one, other)


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.booleans()))
def test_any_value_at_all_is_centimetres_none_or_refused(raw: object) -> None:
    try:
        centimetres = parse_dimension(raw)
    except Unreadable:
        return
    assert centimetres is None or 1 <= centimetres <= LARGEST
