"""Where psycopg2 is spoken to past SQLAlchemy, its errors are SQLAlchemy's, as ever."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg2
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError


@contextmanager
def errors_of(connection: Connection, statement: str) -> Iterator[None]:
    """A connection that turns out to be dead is not used again."""
    raw = connection.connection
    try:
        yield
    except psycopg2.Error as error:
        broken = connection.dialect.is_disconnect(error, raw, None)  # type: ignore[arg-type]
        if broken:
            connection.invalidate(error)
        raise DBAPIError.instance(
            statement, None, error, psycopg2.Error, connection_invalidated=broken, dialect=connection.dialect
        ) from error
