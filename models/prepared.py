"""Statements that are asked again and again, prepared: each connection has them parsed and planned once.

psycopg2 sends whole texts, and of a long one PostgreSQL takes longer to read and to plan it than to find its rows.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from psycopg2.extensions import AsIs
from sqlalchemy import Connection, Dialect, Select

from models.driver import errors_of

OPTION = "prepared"  # of a statement's execution; its parameters have types that PostgreSQL can tell from the text
MOST = 40  # of a connection: a plan takes tens to hundreds of kB of its process
PARAMETER = re.compile(r"%\((\w+)\)s")

Columns = Select[*tuple[Any, ...]]
Spelt = Sequence[tuple[str, Callable[[Any], Any]]]


class Prepared(NamedTuple):
    """`prepares` goes to PostgreSQL once for each connection, with `said` for its parameters: values that never
    change, and the places of the others. `executes` is in place of the statement then.
    """

    name: str
    prepares: str
    said: Mapping[str, Any]
    executes: str


def rows(connection: Connection, statement: Columns, values: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]:
    """What a statement that selects columns finds, as psycopg2 makes it.

    `values` are for the parameters that have none; with the rest of them the statement is prepared. It is to be the
    same object each time. SQLAlchemy's own way takes two times as long, to make a result that can do more.
    """
    wanted, spelt = _made_of(statement, connection.dialect)
    sent = {**values, **{name: spell(values[name]) for name, spell in spelt}}
    with closing(connection.connection.cursor()) as cursor:
        _prepare(connection, cursor, wanted)
        connection._cursor_execute(cursor, wanted.executes, sent)  # tells events; errors are SQLAlchemy's
        return [*cursor.fetchall()]


def executed(connection: Connection, cursor: Any, statement: str) -> str:
    """What to send instead of the statement, with the same parameters. Prepares it where the connection has not."""
    wanted = _of_text(statement)
    _prepare(connection, cursor, wanted)
    return wanted.executes


def _prepare(connection: Connection, cursor: Any, wanted: Prepared) -> None:
    known: set[str] = connection.info.setdefault(OPTION, set())
    if wanted.name in known:
        return
    with errors_of(connection, wanted.name):
        if len(known) == MOST:  # one by one: the inbox has one of its own there (sync.inbox.prepared)
            cursor.execute("; ".join(f"DEALLOCATE {name}" for name in sorted(known)))
            known.clear()
        cursor.execute(wanted.prepares, wanted.said)
        known.add(wanted.name)


@lru_cache(maxsize=1024)
def _made_of(statement: Columns, dialect: Dialect) -> tuple[Prepared, Spelt]:
    """And how values are spelt for psycopg2 where it does not know by itself."""
    compiled: Any = statement.compile(dialect=dialect)
    spelt = {
        name: spell
        for name, one in compiled.binds.items()
        if (spell := one.type.dialect_impl(dialect).bind_processor(dialect))
    }
    known = {name: one.effective_value for name, one in compiled.binds.items() if not one.required}
    constants = {name: spelt[name](value) if name in spelt else value for name, value in known.items()}
    return _of(str(compiled), constants), [(name, spell) for name, spell in spelt.items() if name not in known]


@lru_cache(maxsize=256)
def _of_text(statement: str) -> Prepared:
    return _of(statement, {})


def _of(statement: str, constants: Mapping[str, Any]) -> Prepared:
    name = f"s{sha256(f'{statement} {constants}'.encode()).hexdigest()[:24]}"
    asked = [one for one in dict.fromkeys(PARAMETER.findall(statement)) if one not in constants]
    places = {parameter: AsIs(f"${n}") for n, parameter in enumerate(asked, 1)}
    values = f" ({', '.join(f'%({parameter})s' for parameter in asked)})" if asked else ""
    return Prepared(name, f"PREPARE {name} AS {statement}", {**constants, **places}, f"EXECUTE {name}{values}")
