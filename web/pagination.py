"""Lists: newest first, by an opaque cursor or by page number."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Label,
    ScalarSelect,
    Select,
    SQLColumnExpression,
    func,
    literal_column,
    select,
    tuple_,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from models import tenancy
from web.errors import Problem
from web.schemas.fields import LARGEST_ID

Page = tuple[Sequence[Any], dict[str, Any]]
Total = SQLColumnExpression[int] | None
UNORDERED = ("search", "tags", "phone")  # by an index of parts: whatever the page, all are found


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


def plain_rows(
    session: Session,
    shown: Sequence[ColumnElement[Any]],
    query: Select[Any],
    place: Sequence[InstrumentedAttribute[Any]],
    asked: Mapping[str, Any],
    total: Total = None,
) -> Page:
    """Newest first, as columns, those of the place among them: what is `shown` of the rows of a query, and how many
    there are, in one statement.

    `total` says that without counting them. What has no order when it is found is found once for both.
    """
    if any(asked.get(name) for name in UNORDERED):
        query, total = _found_once(query, place, asked)
    else:
        query, total = _placed(query, place, asked), _counted(query) if total is None else total
    of_all: Label[int] = total.label("of_all")
    rows = tenancy.plain_rows(session, query.with_only_columns(*shown, of_all)).all()
    page = _cut(rows, place, asked)
    return page[0], {"total": rows[0].of_all if rows else _none_here(session, of_all, asked), **page[1]}


def plain_rows_by_number(
    session: Session,
    shown: Sequence[ColumnElement[Any]],
    query: Select[Any],
    places: Sequence[SQLColumnExpression[Any]],
    asked: Mapping[str, Any],
    total: Total = None,
) -> Page:
    """The same in another order: by page number only, as a cursor says where a row stood among the newest.

    Raises Problem 422 for a cursor.
    """
    if asked.get("cursor"):
        raise Problem(422, "Some fields are wrong", {"cursor": ["Only without `sort`: ask for a page."]})
    of_all: Label[int] = (_counted(query) if total is None else total).label("of_all")
    placed = _skipping(query.order_by(*places).limit(_as_text(asked["limit"])), asked)
    rows = tenancy.plain_rows(session, placed.with_only_columns(*shown, of_all)).all()
    return rows, {"total": rows[0].of_all if rows else _none_here(session, of_all, asked), "next": None}


def one_page(rows: Sequence[Any]) -> dict[str, Any]:
    """The envelope of a list that is always whole."""
    return {"items": rows, "total": len(rows), "next": None}


def _total(session: Session, query: Select[Any]) -> int:
    return session.scalar(select(_counted(query))) or 0


def _counted(query: Select[Any]) -> ScalarSelect[int]:
    return query.with_only_columns(func.count(), maintain_column_froms=True).order_by(None).scalar_subquery()


def _none_here(session: Session, of_all: Label[int], asked: Mapping[str, Any]) -> int:
    """How many there are where the page is empty: none at all, or it is past the end."""
    return session.scalar(select(of_all)) or 0 if asked.get("cursor") or asked.get("page") else 0


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


def _found_once(
    query: Select[Any], place: Sequence[InstrumentedAttribute[Any]], asked: Mapping[str, Any]
) -> tuple[Select[Any], ScalarSelect[int]]:
    """The rows of the page in their order, and how many there are on all pages."""
    found = query.with_only_columns(*place, maintain_column_froms=True).cte()
    *_, id = there = list(found.c)
    page, newest = _placed(select(id), there, asked), [column.desc() for column in place]
    return select(*place).where(place[-1].in_(page)).order_by(*newest), _counted(select(found))


def _placed(
    query: Select[Any],
    place: Sequence[SQLColumnExpression[Any]],
    asked: Mapping[str, Any],
    newest: bool = True,
) -> Select[Any]:
    """The rows of the page asked for and one more, which tells that there are more."""
    query = query.order_by(*(column.desc() if newest else column for column in place))
    query = query.limit(_as_text(asked["limit"] + 1))
    if asked.get("cursor"):
        here, last = tuple_(*place), tuple_(*_decode(asked["cursor"], place))
        return query.where(here < last if newest else here > last)
    return _skipping(query, asked)


def _skipping(query: Select[Any], asked: Mapping[str, Any]) -> Select[Any]:
    skipped = ((asked.get("page") or 1) - 1) * int(asked["limit"])
    return query.offset(skipped) if skipped else query


def _as_text(limit: int) -> ColumnElement[int]:
    """Part of the text: without knowing it PostgreSQL would plan a prepared statement anew each time."""
    return literal_column(str(int(limit)))


def _cut(rows: Sequence[Any], place: Sequence[InstrumentedAttribute[Any]], asked: Mapping[str, Any]) -> Page:
    """Without the one that only tells that there are more."""
    shown = rows[: asked["limit"]]
    return shown, {"next": _encode(shown[-1], place) if len(rows) > len(shown) else None}


def _encode(row: Any, place: Sequence[InstrumentedAttribute[Any]]) -> str:
    values = [getattr(row, column.key) for column in place]
    spelt = json.dumps([value.isoformat() if isinstance(value, datetime) else value for value in values])
    return base64.urlsafe_b64encode(spelt.encode()).decode().rstrip("=")


def _decode(cursor: str, place: Sequence[SQLColumnExpression[Any]]) -> list[Any]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        values = json.loads(base64.b64decode(padded, b"-_", validate=True))
        return [_value(column, value) for column, value in zip(place, values, strict=True)]
    except (ValueError, TypeError, OverflowError, binascii.Error, RecursionError):
        raise Problem(422, "Some fields are wrong", {"cursor": ["Not a cursor of ours."]}) from None


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
