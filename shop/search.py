"""Rows found by words, of which LIKE finds none by an index in a session under row-level security.

Orders and products are found in tables of their words, through views; others by functions that tell places. Both
look into an index of texts, and keep to the session's shop (migrations 0028 and 0025).
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    Text,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.orm import aliased
from sqlalchemy.sql.functions import FunctionElement


def here(words: Any) -> Any:
    """What is searched in: the rows of a table of words, as the view of the session's shop shows them."""
    columns = [column(each.name, each.type) for each in words.__table__.c]
    return aliased(words, table(f"{words.__tablename__}_here", *columns), adapt_on_names=True)


def among(model: Any, ids: Select[Any]) -> ColumnElement[bool]:
    """The row's id is one of these."""
    return model.id == func.any(func.array(ids.scalar_subquery()))


def as_searched(words: ColumnElement[str]) -> ColumnElement[str]:
    """As the tables of words have them, where a letter joins what a space parts; made once, not for each row."""
    return select(func.as_searched(words)).scalar_subquery()


def says(said: SQLColumnExpression[str], words: str) -> ColumnElement[bool]:
    """These words are among those of a table of words."""
    return said.like(as_searched(literal(containing(words), Text)))


def found(model: Any, places: Select[Any]) -> ColumnElement[bool]:
    """The row is where these say that rows are. Places hold within one statement, and only there."""
    return place(model) == func.any(func.array(places.scalar_subquery()))


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
