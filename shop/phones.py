"""Phones as the shop keeps them: +7 and ten digits."""

import re

NOT_DIGITS = re.compile(r"[^0-9]")  # not \D, which would let the digits of other scripts through
STORED_DIGITS = 11


class BadPhone(ValueError):
    """Not a phone of this country; the message may be shown to people."""


def parse(raw: str | None) -> str:
    """Any spelling of a phone as `+7XXXXXXXXXX`. Raises BadPhone.

    The leading 8 is a trunk prefix only in front of ten digits: `8 800 ...` without it is a code of its own.
    """
    digits = NOT_DIGITS.sub("", raw or "")
    if len(digits) == STORED_DIGITS - 1:
        digits = "7" + digits
    elif digits.startswith("8"):
        digits = "7" + digits[1:]
    if len(digits) != STORED_DIGITS or not digits.startswith("7"):
        raise BadPhone("A phone has eleven digits, such as +7 700 000 00 00")
    return "+" + digits
