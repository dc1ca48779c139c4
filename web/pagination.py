"""Lists: newest first, by an opaque cursor or by page number."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, func, literal_column, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from web.errors import Problem
from web.schemas.fields import LARGEST_ID

Page = tuple[Sequence[Any], dict[str, Any]]


def newest_first(
    session: Session,
    query: Select[Any],
    created_at: InstrumentedAttribute[datetime],
    id: InstrumentedAttribute[int],
    asked: Mapping[str, Any],
) -> Page:
    """The rows of the page asked for ({limit, cursor, page}), and the `total` and `next` that go with them.

    The query selects one entity. A cursor is the place after the last row, so rows that come meanwhile
    neither repeat nor hide any.
    """
    return _page(session, query, (created_at, id), asked)


def newest_ids_first(
    session: Session, query: Select[Any], id: InstrumentedAttribute[int], asked: Mapping[str, Any]
) -> Page:
    """The same for rows whose ids grow with time: the primary key is all it takes to find a page."""
    return _page(session, query, (id,), asked)


def in_order(
    session: Session, query: Select[Any], place: Sequence[InstrumentedAttribute[Any]], asked: Mapping[str, Any]
) -> Page:
    """The same for rows that people put in an order of their own: smallest first, the id last."""
    return _page(session, query, place, asked, newest=False)


def one_page(rows: Sequence[Any]) -> dict[str, Any]:
    """The envelope of a list that is always whole."""
    return {"items": rows, "total": len(rows), "next": None}


def place_of(cursor: str, place: Sequence[SQLColumnExpression[Any]]) -> list[Any]:
    """The values of a place after which a page begins. Raises Problem 422."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        values = json.loads(base64.b64decode(padded, b"-_", validate=True))
        return [_value(column, value) for column, value in zip(place, values, strict=True)]
    except (ValueError, TypeError, OverflowError, binascii.Error, RecursionError):
        raise Problem(422, "Some fields are wrong", {"cursor": ["Not a cursor of ours."]}) from None


def cursor_at(row: Any, place: Sequence[InstrumentedAttribute[Any]]) -> str:
    return cursor_of([getattr(row, column.key) for column in place])


def cursor_of(values: Sequence[Any]) -> str:
    spelt = json.dumps([value.isoformat() if isinstance(value, datetime) else value for value in values])
    return base64.urlsafe_b64encode(spelt.encode()).decode().rstrip("=")


def skipped(asked: Mapping[str, Any]) -> int:
    """The rows of the pages before the one asked for by number."""
    return ((asked.get("page") or 1) - 1) * int(asked["limit"])


def as_text(limit: int) -> ColumnElement[int]:
    """Part of the text: without knowing it PostgreSQL would plan a prepared statement anew each time."""
    return literal_column(str(int(limit)))


def _total(session: Session, query: Select[Any]) -> int:
    counted = query.with_only_columns(func.count(), maintain_column_froms=True).order_by(None)
    return session.scalar(select(counted.scalar_subquery())) or 0


def _page(
    session: Session,
    query: Select[Any],
    place: Sequence[InstrumentedAttribute[Any]],
    asked: Mapping[str, Any],
    newest: bool = True,
) -> Page:
    total = _total(session, query)
    shown, page = _cut(session.scalars(_placed(query, place, asked, newest)).all(), place, asked)
    return shown, {"total": total, **page}


def _placed(
    query: Select[Any],
    place: Sequence[SQLColumnExpression[Any]],
    asked: Mapping[str, Any],
    newest: bool = True,
) -> Select[Any]:
    """The rows of the page asked for and one more, which tells that there are more."""
    query = query.order_by(*(column.desc() if newest else column for column in place)).limit(asked["limit"] + 1)
    if asked.get("cursor"):
        here, last = tuple_(*place), tuple_(*place_of(asked["cursor"], place))
        return query.where(here < last if newest else here > last)
    return query.offset(skipped(asked)) if asked.get("page") else query


def _cut(rows: Sequence[Any], place: Sequence[InstrumentedAttribute[Any]], asked: Mapping[str, Any]) -> Page:
    """Without the one that only tells that there are more."""
    shown = rows[: asked["limit"]]
    return shown, {"next": cursor_at(shown[-1], place) if len(rows) > len(shown) else None}


def _value(column: Any, value: Any) -> datetime | int:
    if column.type.python_type is datetime:
        return _moment(value)
    if type(value) is not int or not 0 <= value <= LARGEST_ID:
        raise ValueError("not a place in this list")
    return value


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("no offset")
    return moment.astimezone(UTC)
