"""Prices: "4 950 ₸" and integer minor units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitrix.wire.price import LARGEST, format_price, parse_price
from bitrix.wire.unreadable import Unreadable

READABLE = [
    ("4 950 ₸", 495000),
    ("4\u00a0950\u00a0₸", 495000),
    ("4\u202f950\u202f₸", 495000),
    ("4 950 тг", 495000),
    ("4 950 тг.", 495000),
    ("4 950 тенге", 495000),
    ("4 950 KZT", 495000),
    ("4950 kzt", 495000),
    ("₸ 4 950", 495000),
    ("4 950", 495000),
    ("4950₸", 495000),
    ("  4 950 ₸ ", 495000),
    ("4 950,50 ₸", 495050),
    ("4 950.50 ₸", 495050),
    ("4 950,5 ₸", 495050),
    ("12990", 1299000),
    ("12990.0000", 1299000),
    ("1 234 567 ₸", 123456700),
    ("0 ₸", 0),
    (15000, 1500000),
    (4950.5, 495050),
    (0.07, 7),
]
UNREADABLE = [
    "по запросу", "", " ", None, False, True, [], {}, "-5 000 ₸", "−5 000 ₸", -5, -0.01, "65 USD", "$65", "65 €",
    "5 000 ₽", "4,950 ₸", "4.950", "49 50 ₸", "1 2345", "4 950,505 ₸", "4950.5050", 4950.555, "от 5 000 ₸",
    "5 000 - 6 000 ₸",
    "1,234,567", "٤٩٥٠", float("nan"), float("inf"), LARGEST, "9" * 40, 10**400,
]  # fmt: skip


@pytest.mark.parametrize(("raw", "minor"), READABLE)
def test_a_price_is_read_in_every_spelling_of_the_site(raw: object, minor: int) -> None:
    assert parse_price(raw) == minor


@pytest.mark.parametrize("raw", UNREADABLE, ids=repr)
def test_what_is_no_price_is_refused_and_never_zero(raw: object) -> None:
    with pytest.raises(Unreadable):
        parse_price(raw)


def test_the_refusal_reads_as_a_sentence() -> None:
    with pytest.raises(Unreadable, match=r'^"по запросу" is not a price$'):
        parse_price("по запросу")


@pytest.mark.parametrize("currency", [None, "", False, "KZT"])
def test_a_price_beside_our_currency_is_read(currency: object) -> None:
    assert parse_price("12990", currency) == 1299000


def test_a_price_beside_a_foreign_currency_is_refused() -> None:
    with pytest.raises(Unreadable, match="USD"):
        parse_price("65", "USD")


@pytest.mark.parametrize(
    ("minor", "text"),
    [(500000, "5 000 ₸"), (495050, "4 950,50 ₸"), (99, "0,99 ₸"), (100_000_000, "1 000 000 ₸"), (0, "0 ₸"), (5,
    "0,05 ₸")],
)  # fmt: skip
def test_a_price_is_written_as_the_site_writes_it(minor: int, text: str) -> None:
    assert format_price(minor) == text


def test_a_negative_price_is_never_written() -> None:
    with pytest.raises(ValueError, match="-1"):
        format_price(-1)


@given(st.integers(0, LARGEST))
def test_what_we_write_we_read_back(minor: int) -> None:
    assert parse_price(format_price(minor)) == minor


@given(st.integers(0, LARGEST), st.sampled_from(" \u00a0\u202f"), st.sampled_from(["₸", "тг", "тенге", "KZT", ""]))
def test_neither_the_space_nor_the_sign_changes_the_price(minor: int, space: str, sign: str) -> None:
    assert parse_price(format_price(minor).replace(" ", space).replace("₸", sign)) == minor


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.booleans(), st.lists(st.integers())))
def test_anything_at_all_is_a_price_within_bounds_or_refused(raw: object) -> None:
    try:
        minor = parse_price(raw)
    except Unreadable:
        return
    assert 0 <= minor <= LARGEST
