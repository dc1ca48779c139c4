"""Statements that are asked again and again, prepared: each connection has them parsed and planned once.

psycopg2 sends whole texts, and of a long one PostgreSQL takes longer to read and to plan it than to find its rows.
"""

import re
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection

OPTION = "prepared"  # of a statement's execution; its parameters have types that PostgreSQL can tell from the text
MOST = 40  # of a connection: a plan takes tens to hundreds of kB of its process
PARAMETER = re.compile(r"%\((\w+)\)s")


class Prepared(NamedTuple):
    """`prepares` goes to PostgreSQL once for each connection; `executes` is in place of the statement then."""

    name: str
    prepares: str
    executes: str


def executed(connection: Connection, cursor: Any, statement: str) -> str:
    """What to send instead of the statement, with the same parameters. Prepares it where the connection has not."""
    wanted = _of(statement)
    known: set[str] = connection.info.setdefault(OPTION, set())
    if wanted.name not in known:
        if len(known) == MOST:  # one by one: the inbox has one of its own there (sync.inbox.prepared)
            cursor.execute("; ".join(f"DEALLOCATE {name}" for name in sorted(known)))
            known.clear()
        cursor.execute(wanted.prepares)
        known.add(wanted.name)
    return wanted.executes


@lru_cache(maxsize=256)
def _of(statement: str) -> Prepared:
    name = f"s{sha256(statement.encode()).hexdigest()[:24]}"
    places = {parameter: n for n, parameter in enumerate(dict.fromkeys(PARAMETER.findall(statement)), 1)}
    text = PARAMETER.sub(lambda found: f"${places[found[1]]}", statement).replace("%%", "%")
    values = f" ({', '.join(f'%({parameter})s' for parameter in places)})" if places else ""
    return Prepared(name, f"PREPARE {name} AS {text}", f"EXECUTE {name}{values}")
