"""What a list is narrowed down by."""

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute

Query = TypeVar("Query", bound=Select[Any])


def equal(query: Query, asked: Mapping[str, Any], **columns: InstrumentedAttribute[Any]) -> Query:
    """The rows whose columns are as asked; a filter that was not asked for lets all of them through."""
    return query.where(*(column == asked[name] for name, column in columns.items() if name in asked))
