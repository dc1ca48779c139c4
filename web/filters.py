"""What a list is narrowed down by."""

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, ScalarSelect, Select, false, or_
from sqlalchemy.orm import InstrumentedAttribute

from shop import phones, tallies

PLACES = frozenset({"limit", "cursor", "page", "sort", "shop_id"})  # which rows of the list, not which list
Query = TypeVar("Query", bound=Select[Any])


def equal(query: Query, asked: Mapping[str, Any], **columns: InstrumentedAttribute[Any]) -> Query:
    """The rows whose columns are as asked; a filter that was not asked for lets all of them through."""
    return query.where(*(column == asked[name] for name, column in columns.items() if name in asked))


def total(shop_id: int, asked: Mapping[str, Any], name: str, by: str = "") -> ScalarSelect[int] | None:
    """How many rows the list has where nothing narrows it down, or this one filter, from the tally of that name;
    else None: count.
    """
    narrowed = asked.keys() - PLACES
    if narrowed == {by}:
        return tallies.summed(shop_id, f"{name} by {by}", asked[by])
    return None if narrowed else tallies.summed(shop_id, name)


def phone(words: str, *columns: InstrumentedAttribute[Any], whole_only: bool = False) -> ColumnElement[bool]:
    """One of the columns is this phone in any spelling; or, unless it must be whole, has these digits in it."""
    try:
        whole = phones.parse(words)
    except phones.BadPhone:
        digits = "".join(character for character in words if character in "0123456789")
        if whole_only or not digits:
            return false()
        return or_(*(column.contains(digits, autoescape=True) for column in columns))
    return or_(*(column == whole for column in columns))


def containing(words: str) -> str:
    """The pattern of texts with these words in them, for LIKE; what it knows as signs are letters here."""
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
