"""Phones are kept as +7 and ten digits."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat

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
    [None, "", "phone", "700000000", "970000000012", "+49 30 12345678", "00000000000", "7" * 300],
)
def test_anything_else_is_refused(raw: str | None) -> None:
    with pytest.raises(BadPhone, match="eleven digits"):
        parse(raw)


@pytest.mark.parametrize(
    "raw", ["+7 700 000 00 01 ext 12", "700 000 00 01 доб. 5", "8 700 000 00 0 доб 1", "700 000 00 01 #5"]
)
def test_an_extension_is_refused_and_never_taken_for_digits_of_the_number(raw: str) -> None:
    with pytest.raises(BadPhone, match="no extension"):
        parse(raw)


@pytest.mark.parametrize("raw", ["٧٧٠٠٠٠٠٠٠٠١", "+7 700 000 00 0１", "7000000001५"])
def test_digits_of_other_scripts_are_refused(raw: str) -> None:
    with pytest.raises(BadPhone, match="eleven digits"):
        parse(raw)


@pytest.mark.parametrize(
    ("raw", "by_the_library", "by_the_shop"),
    [
        ("7271234567", "not valid", "+77271234567"),  # no such range, though the site may send it
        ("+8 700 000 00 01", "+87000000001, not possible", "+77000000001"),
        ("+49 30 12345678", "+493012345678", None),  # another country's
        ("٧٧٠٠٠٠٠٠٠٠١", "+77000000001", None),
        ("8-800-FLOWERS", "+78003569377", None),
        ("700 000 00 01 доб 5", "+77000000001, extension 5", None),
    ],
)
def test_where_the_library_alone_would_say_something_else(
    raw: str, by_the_library: str, by_the_shop: str | None
) -> None:
    """Why the shop's rule goes first: docs/decisions/0013."""
    assert _alone(raw) == by_the_library
    assert _by_the_shop(raw) == by_the_shop


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


def _alone(raw: str) -> str:
    number = phonenumbers.parse(raw, "KZ")
    said = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    if number.extension:
        return f"{said}, extension {number.extension}"
    if not phonenumbers.is_possible_number(number):
        return f"{said}, not possible"
    return said if phonenumbers.is_valid_number(number) else "not valid"


def _by_the_shop(raw: str) -> str | None:
    try:
        return parse(raw)
    except BadPhone:
        return None
