"""What a block of code says to the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from models import engine
from models.base import autocommit


@contextmanager
def watched(*on: Engine) -> Iterator[list[str]]:
    """Yields a list that fills with the statements of this process, one entry for each round trip."""
    statements: list[str] = []
    engines = on or (engine(), autocommit())

    def seen(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    for one in engines:
        event.listen(one, "before_cursor_execute", seen)
    try:
        yield statements
    finally:
        for one in engines:
            event.remove(one, "before_cursor_execute", seen)
