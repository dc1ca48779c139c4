"""Lists: newest first, by an opaque cursor or by page number."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from web.errors import Problem
from web.schemas.fields import LARGEST_ID


def newest_first(
    session: Session,
    query: Select[Any],
    created_at: InstrumentedAttribute[datetime],
    id: InstrumentedAttribute[int],
    asked: Mapping[str, Any],
) -> tuple[Sequence[Any], dict[str, Any]]:
    """The rows of the page asked for ({limit, cursor, page}), and the `total` and `next` that go with them.

    The query selects one entity. A cursor is the place after the last row, so rows that come meanwhile
    neither repeat nor hide any.
    """
    count = query.with_only_columns(func.count(), maintain_column_froms=True).order_by(None)
    total = session.scalar(count) or 0
    query = query.order_by(created_at.desc(), id.desc()).limit(asked["limit"] + 1)
    if asked.get("cursor"):
        query = query.where(tuple_(created_at, id) < _decode(asked["cursor"]))
    elif asked.get("page"):
        query = query.offset((asked["page"] - 1) * asked["limit"])
    rows = session.scalars(query).all()
    shown = rows[: asked["limit"]]
    more = len(rows) > len(shown)
    return shown, {"total": total, "next": _encode(shown[-1], created_at.key, id.key) if more else None}


def _encode(row: Any, created_at: str, id: str) -> str:
    place = json.dumps([getattr(row, created_at).isoformat(), getattr(row, id)]).encode()
    return base64.urlsafe_b64encode(place).decode().rstrip("=")


def _decode(cursor: str) -> Any:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        created_at, id = json.loads(base64.b64decode(padded, b"-_", validate=True))
        if type(id) is not int or not 0 < id <= LARGEST_ID:
            raise ValueError("not an id")
        moment = datetime.fromisoformat(created_at)
        if moment.tzinfo is None:
            raise ValueError("no offset")
    except (ValueError, TypeError, binascii.Error, RecursionError):
        raise Problem(422, "Some fields are wrong", {"cursor": ["Not a cursor of ours."]}) from None
    return tuple_(moment, id)
