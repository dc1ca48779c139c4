"""What a block of code says to the database."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import g, has_request_context, request
from sqlalchemy import Engine, event, text

from models import engine
from models.base import autocommit
from web.idempotency import HEADER

OF_A_KEY = 2  # the claim, and the answer that is kept
WAITING = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


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


def somebody_waits() -> bool:
    """For a lock that another session holds."""
    with engine().connect() as connection:
        return bool(connection.scalar(WAITING))


@contextmanager
def busiest() -> Iterator[Counter[str]]:
    """Yields how many statements an endpoint's busiest request took, besides those of its Idempotency-Key."""
    most: Counter[str] = Counter()

    def seen(*_: Any) -> None:
        if has_request_context() and request.endpoint:
            g.statements = g.get("statements", -OF_A_KEY if HEADER in request.headers else 0) + 1
            most[request.endpoint] = max(most[request.endpoint], g.statements)

    event.listen(Engine, "before_cursor_execute", seen)
    try:
        yield most
    finally:
        event.remove(Engine, "before_cursor_execute", seen)
