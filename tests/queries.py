"""What a block of code says to the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from models import engine


@contextmanager
def watched(on: Engine | None = None) -> Iterator[list[str]]:
    """Yields a list that fills with the statements of this process, one entry for each round trip."""
    statements: list[str] = []
    watched_engine = on or engine()

    def seen(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    event.listen(watched_engine, "before_cursor_execute", seen)
    try:
        yield statements
    finally:
        event.remove(watched_engine, "before_cursor_execute", seen)
