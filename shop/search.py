"""Rows found by words, through the functions that may look into an index of texts (migration 0014)."""

from typing import Any

from sqlalchemy import ColumnElement, Select, select, union
from sqlalchemy.orm import InstrumentedAttribute


def found(id: InstrumentedAttribute[int], *ids: Select[Any]) -> ColumnElement[bool]:
    """The row is one of those that these find, which are asked once however often the query looks at them."""
    every = union(*ids).cte()
    return id.in_(select(every.c[0]))


def containing(words: str) -> str:
    """The pattern of texts with these words in them, for LIKE; what it knows as signs are letters here."""
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
