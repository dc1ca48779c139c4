"""Rows found by words, through the functions that may look into an index of texts (migration 0025)."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select, union_all
from sqlalchemy.sql.functions import FunctionElement


def found(model: Any, *places: Select[Any]) -> ColumnElement[bool]:
    """The row is where one of these says that rows are. Places hold within one statement, and only there."""
    every = places[0] if len(places) == 1 else union_all(*places)
    return place(model) == func.any(func.array(every.scalar_subquery()))


def told(by: FunctionElement[Any]) -> Select[Any]:
    """The places that a function tells."""
    return select(by.column_valued("place"))


def place(model: Any) -> ColumnElement[Any]:
    """Of a row in its table."""
    return literal_column(f'"{model.__tablename__}".ctid')


def containing(words: str) -> str:
    """The pattern of texts with these words in them, for LIKE; what it knows as signs are letters here."""
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
