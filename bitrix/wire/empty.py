"""Empty is null, false, "", [] or a missing key, as the moment has it."""

from collections.abc import Mapping
from typing import Any, Final


class Missing:
    """The type of `MISSING`: the key was not sent at all, which never wipes a field of ours."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final = Missing()


def is_empty(raw: Any) -> bool:
    """Whether an explicit value says "nothing"; 0 and "0" are values."""
    if isinstance(raw, str):
        return not raw.strip()
    return raw is None or raw is False or (isinstance(raw, list | dict) and not raw)


def look_up(data: Mapping[str, Any], *path: str) -> Any:
    """The value at `path`, or MISSING. The child of an empty parent (PHP writes [] for {}) is empty."""
    value: Any = data
    for key in path:
        if isinstance(value, dict) and value:
            value = value.get(key, MISSING)
        elif value is data or not is_empty(value):
            return MISSING
    return value


def first_filled(*candidates: Any) -> Any:
    """The first value that says something, else an explicit empty one, else MISSING."""
    empty: Any = MISSING
    for value in candidates:
        if value is MISSING:
            continue
        if not is_empty(value):
            return value
        if empty is MISSING:
            empty = value
    return empty


def as_list(raw: Any) -> list[Any] | None:
    """A JSON list, or None. PHP writes a list with gaps as an object with digit keys; empty is []."""
    if is_empty(raw):
        return []
    if isinstance(raw, list):
        return raw
    if isinstance(raw, dict) and all(str(key).isdecimal() for key in raw):
        return list(raw.values())
    return None
