"""What a list is narrowed down by."""

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute

from shop import phones

Query = TypeVar("Query", bound=Select[Any])


def equal(query: Query, asked: Mapping[str, Any], **columns: InstrumentedAttribute[Any]) -> Query:
    """The rows whose columns are as asked; a filter that was not asked for lets all of them through."""
    return query.where(*(column == asked[name] for name, column in columns.items() if name in asked))


def called(words: str) -> str:
    """The phone, where it is one in any spelling; else its digits, the part of one; empty without any."""
    try:
        return phones.parse(words)
    except phones.BadPhone:
        return "".join(character for character in words if character in "0123456789")
