"""Phones are kept as +7 and ten digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.phones import BadPhone, parse

TEN_DIGITS = st.text("0123456789", min_size=10, max_size=10)
SEPARATORS = st.text(" -()./\u00a0", max_size=3)


@pytest.mark.parametrize(
    "raw",
    [
        "+77000000001",
        "87000000001",
        "7000000001",
        "77000000001",
        "+7 (700) 000-00-01",
        "8 700 000 00 01",
        "tel:+77000000001",
    ],
)
def test_usual_spellings_mean_the_same(raw: str) -> None:
    assert parse(raw) == "+77000000001"


def test_ten_digits_that_begin_with_8_are_a_code_of_their_own() -> None:
    assert parse("8000000001") == "+78000000001"


@pytest.mark.parametrize(
    "raw",
    [None, "", "phone", "700000000", "970000000012", "+49 30 12345678", "+7 700 000 00 01 ext 12", "٧٧٠٠٠٠٠٠٠٠١"],
)
def test_anything_else_is_refused(raw: str | None) -> None:
    with pytest.raises(BadPhone, match="eleven digits"):
        parse(raw)


@given(TEN_DIGITS, st.sampled_from(["+7", "7", "8", ""]), st.lists(SEPARATORS, min_size=11, max_size=11))
def test_prefix_and_separators_never_matter(digits: str, prefix: str, separators: list[str]) -> None:
    spelled = prefix + "".join(separator + digit for separator, digit in zip(separators, digits, strict=False))
    assert parse(spelled) == "+7" + digits


@given(st.text(max_size=20))
def test_whatever_is_taken_reads_the_same_when_read_again(raw: str) -> None:
    try:
        phone = parse(raw)
    except BadPhone:
        return
    assert parse(phone) == phone
    assert len(phone) == 12
    assert phone.startswith("+7")
