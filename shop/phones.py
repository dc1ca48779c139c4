"""Phones as the shop keeps them: +7 and ten digits. The shop's rule spells one out, the library reads it."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType

NOT_DIGITS = re.compile(r"\D")
PLAIN = re.compile(r"\+?[78]?([0-9]{10})")  # nothing is left for a library to find out, and most phones are such
COUNTRY, REGION = 7, "KZ"
# By its length alone: which ranges are given out changes, and the shop calls numbers no table knows.
KIND = PhoneNumberType.FIXED_LINE_OR_MOBILE


class BadPhone(ValueError):
    """Not a phone of this country; the message may be shown to people."""


def parse(raw: str | None) -> str:
    """Any spelling of a phone as `+7XXXXXXXXXX`. Raises BadPhone."""
    text = raw or ""
    if plain := PLAIN.fullmatch(text):
        return f"+{COUNTRY}{plain[1]}"
    number = _read(_international(text))
    if number is None or number.country_code != COUNTRY or _extended(text):
        raise BadPhone("A phone has eleven digits, such as +7 700 000 00 00, and no extension")
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def _international(raw: str) -> str:
    """The shop's rule: what is no digit is dropped, ten digits get a 7, a leading 8 becomes one.

    The leading 8 is a trunk prefix only in front of ten digits: `8 800 ...` without it is a code of its own.
    """
    digits = NOT_DIGITS.sub("", raw)
    if len(digits) == 10:
        return f"+{COUNTRY}{digits}"
    return f"+{COUNTRY}{digits[1:]}" if digits.startswith("8") else f"+{digits}"


def _read(international: str) -> PhoneNumber | None:
    """The library would read the digits of other scripts too; the shop does not."""
    try:
        number = phonenumbers.parse(international) if international.isascii() else None
    except NumberParseException:
        return None
    return number if number and phonenumbers.is_possible_number_for_type(number, KIND) else None


def _extended(raw: str) -> bool:
    """Whether the last digits are an extension's, which would make a number of ten digits another of eleven."""
    try:
        return phonenumbers.parse(raw, REGION).extension is not None
    except NumberParseException:
        return False
