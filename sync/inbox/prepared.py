"""A statement planned once per connection, for the one path where planning is most of the time."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from models.driver import errors_of


@dataclass(frozen=True)
class Prepared:
    """`sql` speaks of its values as $1, $2 ... of these `types`. A connection keeps it until it is closed."""

    name: str
    types: tuple[str, ...]
    sql: str

    def rows(self, connection: Connection, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """One round trip; the connection is in autocommit. Errors are SQLAlchemy's, as ever."""
        with errors_of(connection, self.name), closing(connection.connection.cursor()) as cursor:
            if self.name not in connection.info:
                cursor.execute(f"PREPARE {self.name} ({', '.join(self.types)}) AS {self.sql}")
                connection.info[self.name] = f"EXECUTE {self.name} ({', '.join(['%s'] * len(self.types))})"
            cursor.execute(connection.info[self.name], values)
            return [*cursor.fetchall()]
