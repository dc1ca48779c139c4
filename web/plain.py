"""Lists whose rows are columns, not objects: the schema says once which columns, and is not asked of each value.

What is nested in a row comes as JSON that PostgreSQL has made, and goes into the answer as it is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import orjson
from flask import Response
from marshmallow import Schema, fields
from sqlalchemy import (
    ColumnElement,
    DateTime,
    ScalarSelect,
    Select,
    SQLColumnExpression,
    Text,
    cast,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import aggregate_order_by

Columns = list[ColumnElement[Any]]
Made = Mapping[str, SQLColumnExpression[Any]]
Dump = Callable[[Sequence[Any]], dict[str, Any]]

NESTED = (fields.Nested, fields.List, fields.Dict)
AS_TEXT = (*NESTED, fields.UUID)  # Python would read it, only to spell it again as PostgreSQL does
AS_IT_IS = (fields.Integer, fields.String, fields.UUID, fields.Boolean, fields.Date, fields.AwareDateTime)


def columns(schema: type[Schema], model: type[Any], **made: SQLColumnExpression[Any]) -> Columns:
    """What to select for each field, in the schema's order: the model's own column, unless it is made of others."""
    return [_column(name, field, model, made) for name, field in _fields(schema).items()]


def rows_as_json(
    schema: type[Schema], model: type[Any], belong: ColumnElement[bool], *place: SQLColumnExpression[Any]
) -> ScalarSelect[Any]:
    """The rows that hang on each row, as a JSON list in the order of `place`."""
    in_order = aggregate_order_by(_as_json(columns(schema, model)), *place)
    return select(func.coalesce(func.json_agg(in_order), literal_column("'[]'"))).where(belong).scalar_subquery()


def row_as_json(query: Select[Any]) -> ScalarSelect[Any]:
    """The one row of a query as a JSON object."""
    return query.with_only_columns(_as_json(query.selected_columns)).scalar_subquery()


def dumper(schema: type[Schema]) -> Dump:
    """A plain function from a row of `columns` to what goes into the answer. TypeError: not a schema for that."""
    names = tuple(_fields(schema))
    nested = tuple(name for name, field in _fields(schema).items() if isinstance(field, NESTED))
    if strange := [name for name, field in _fields(schema).items() if not isinstance(field, NESTED + AS_IT_IS)]:
        raise TypeError(f"{schema.__name__}: {', '.join(strange)} cannot be told without the schema")

    def dump(row: Sequence[Any]) -> dict[str, Any]:
        told = dict(zip(names, row, strict=False))
        for name in nested:
            told[name] = orjson.Fragment(told[name])
        return told

    return dump


def answer(dump: Dump, rows: Sequence[Sequence[Any]], page: Mapping[str, Any]) -> Response:
    """The envelope of a list, encoded in one go."""
    body = orjson.dumps({"items": [dump(row) for row in rows], **page})
    return Response(body, mimetype="application/json")


def answer_one(dump: Dump, row: Sequence[Any], status: int = 200) -> Response:
    return Response(orjson.dumps(dump(row)), status, mimetype="application/json")


def _as_json(columns: Iterable[ColumnElement[Any]]) -> ColumnElement[Any]:
    """All of them by their labels."""
    return func.json_build_object(
        *chain.from_iterable((literal_column(f"'{one.key}'"), _spelt(one)) for one in columns)
    )


def _spelt(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Times as Python spells them: PostgreSQL's own JSON leaves out the zeros at the end of a fraction."""
    if not isinstance(column.type, DateTime):
        return column
    return func.replace(func.to_char(column, 'YYYY-MM-DD"T"HH24:MI:SS.USTZH:TZM'), ".000000", "")


def _fields(schema: type[Schema]) -> dict[str, fields.Field[Any]]:
    return schema().dump_fields


def _column(name: str, field: fields.Field[Any], model: type[Any], made: Made) -> ColumnElement[Any]:
    column: Any = made[name] if name in made else getattr(model, field.attribute or name)
    return (cast(column, Text) if isinstance(field, AS_TEXT) else column).label(name)
