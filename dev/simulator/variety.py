"""How one and the same value looks different from row to row, decided by the row's salt alone.

Salt 0 is a plain row: everything in the form the API's documentation shows.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

ALMATY_S, DAY_S = 5 * 3600, 86_400
EMPTIES: tuple[Any, ...] = (None, False, "", [])
SPACES = (" ", "\u00a0", "\u202f")
SIGNS = ("₸", "тг", "тенге", "KZT", "")

_MASK = (1 << 64) - 1


def mix(seed: int, number: int) -> int:
    """A well-spread 63-bit number for neighbouring seeds and numbers alike (splitmix64)."""
    value = (seed + number * 0x9E3779B97F4A7C15) & _MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
    return (value ^ (value >> 31)) >> 1


def draw(salt: int, topic: int) -> int:
    """A 40-bit number for one topic of a row whose salt is mixed already: far cheaper than a Random per row."""
    return ((salt ^ topic * 0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9 & _MASK) >> 24


def pick(salt: int, topic: int, choices: Sequence[Any]) -> Any:
    """One of the choices; the first for a plain row."""
    return choices[draw(salt, topic) % len(choices)] if salt else choices[0]


def empty(salt: int, topic: int, plain: Any = None) -> Any:
    """One of the ways PHP says nothing; `plain` for a plain row."""
    return pick(salt, topic, EMPTIES) if salt else plain


def wire_id(number: int, salt: int) -> int | str:
    """Every fifth row or so has its id as a digit string."""
    return str(number) if salt and draw(salt, 1) % 5 == 0 else number


def price(minor: int, salt: int = 0) -> str | int:
    """A price in minor units (1 ₸ = 100) as the row writes it: text with a sign, plain text or a number."""
    whole, tiyn = divmod(minor, 100)
    style = draw(salt, 2) % 8 if salt else 7
    if style == 0 and not tiyn:
        return whole
    cents = f",{tiyn:02d}" if tiyn else ""
    if style == 1:
        return f"{whole}{cents}"
    space, sign = pick(salt, 3, SPACES), pick(salt, 4, SIGNS)
    grouped = f"{whole:,}".replace(",", space)
    return f"{grouped}{cents}{space}{sign}" if sign else f"{grouped}{cents}"


def moment(epoch: float, salt: int = 0) -> str:
    """A moment in one of the site's three formats, the first two by far the most frequent."""
    style = draw(salt, 5) % 9 if salt else 0
    if style == 8:
        return day(epoch)
    return zulu(epoch) if style < 4 else local(epoch)


def zulu(epoch: float) -> str:
    return f"{iso_date(int(epoch) // DAY_S)}T{_clock(int(epoch))}Z"


def local(epoch: float) -> str:
    at = int(epoch) + ALMATY_S
    return f"{iso_date(at // DAY_S)}T{_clock(at)}+0500"


def day(epoch: float) -> str:
    return dotted(iso_day(epoch))


def iso_day(epoch: float) -> str:
    """The day in Almaty."""
    return iso_date((int(epoch) + ALMATY_S) // DAY_S)


@cache
def iso_date(days: int) -> str:
    """The date that many days after 1 January 1970; few days are shown, and each of them often."""
    return (date(1970, 1, 1) + timedelta(days=days)).isoformat()


def _clock(at: int) -> str:
    return f"{at // 3600 % 24:02d}:{at // 60 % 60:02d}:{at % 60:02d}"


def dotted(iso: Any) -> Any:
    """`2025-10-26` as `26.10.2025`; anything else as it is."""
    parts = iso.split("-") if isinstance(iso, str) else []
    return ".".join(reversed(parts)) if len(parts) == 3 else iso
