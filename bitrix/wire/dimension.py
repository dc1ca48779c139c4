"""Widths and heights: the site's "60-70 см" and our whole centimetres."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from bitrix.wire.empty import is_empty
from bitrix.wire.unreadable import Unreadable

LARGEST = 10_000
"""Centimetres."""

_CENTIMETRES = {
    "см": Decimal(1),
    "cm": Decimal(1),
    "м": Decimal(100),
    "m": Decimal(100),
    "мм": Decimal("0.1"),
    "mm": Decimal("0.1"),
}
_NUMBER = r"([0-9]{1,6}(?:[.,][0-9]{1,4})?)"
_UNIT = r"(см|cm|мм|mm|м|m)?\.?"
_DIMENSION = re.compile(rf"{_NUMBER}\s*{_UNIT}(?:\s*[-–—]\s*{_NUMBER}\s*{_UNIT})?", re.IGNORECASE)


def parse_dimension(raw: Any) -> int | None:
    """Centimetres; the larger end of a range; None for an empty value and for zero. Raises Unreadable."""
    if is_empty(raw):
        return None
    if isinstance(raw, str):
        return _from_text(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise Unreadable(raw, "is not a dimension")
    return _whole(_from_number(raw), raw)


@lru_cache(maxsize=4096)  # flowers have few sizes
def _from_text(raw: str) -> int | None:
    match = _DIMENSION.fullmatch(raw.strip())
    if match is None:
        raise Unreadable(raw, "is not a dimension")
    low, low_unit, high, high_unit = match.groups()
    unit = high_unit or low_unit or "см"
    ends = [_centimetres(low, low_unit or unit)]
    if high:
        ends.append(_centimetres(high, unit))
    return _whole(max(ends), raw)


def _whole(exact: Decimal, raw: Any) -> int | None:
    if exact == 0:
        return None
    if not 1 <= exact <= LARGEST:
        raise Unreadable(raw, "is not a dimension of flowers")
    return int(exact.to_integral_value(ROUND_HALF_UP))


def _centimetres(number: str, unit: str) -> Decimal:
    return Decimal(number.replace(",", ".")) * _CENTIMETRES[unit.lower()]


def _from_number(raw: int | float) -> Decimal:
    if not 0 <= raw <= LARGEST:  # NaN fails it too
        raise Unreadable(raw, "is not a dimension of flowers")
    return Decimal(str(raw))
