"""`flask sync status`: how things stand, as tables."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from models import begin

SHOWN = 10  # rows of a list; the counts above it are of all

# Title, columns, rows. The last column of a count is the age of the oldest.
COUNTS: tuple[tuple[str, tuple[str, ...], TextClause], ...] = (
    (
        "Inbox",
        ("kind", "state", "events", "oldest"),
        text(
            "SELECT kind, state, count(*), now() - min(received_at) FROM webhook_event"
            " GROUP BY kind, state ORDER BY kind, state"
        ),
    ),
    (
        "Outbox",
        ("kind", "state", "rows", "oldest"),
        text(
            "SELECT kind, state, count(*), now() - min(wished_at) FROM outbox"
            " GROUP BY kind, state ORDER BY kind, state"
        ),
    ),
    (
        "Due now in the outbox",
        ("kind", "rows", "oldest"),
        text(
            "SELECT kind, count(*), now() - min(due_at) FROM outbox"
            " WHERE state = 'pending' AND due_at <= now() GROUP BY kind ORDER BY kind"
        ),
    ),
    (
        "Open conflicts",
        ("kind", "field", "why", "count", "oldest"),
        text(
            "SELECT l.kind, c.field, c.why, count(*), now() - min(c.at) FROM sync_conflict c"
            " JOIN sync_link l ON l.id = c.link_id WHERE c.state = 'open'"
            " GROUP BY l.kind, c.field, c.why ORDER BY 1, 2, 3"
        ),
    ),
    (
        "Rejected fields",
        ("kind", "field", "entities"),
        text(
            "SELECT kind, key, count(*) FROM sync_link, jsonb_object_keys(rejected) AS key"
            " GROUP BY kind, key ORDER BY 1, 2"
        ),
    ),
    (
        "Signs of life",
        ("name", "detail", "last"),
        text("SELECT name, detail::text, now() - at FROM heartbeat ORDER BY name"),
    ),
)
LISTS: tuple[tuple[str, tuple[str, ...], TextClause], ...] = (
    (
        "Dead events",
        ("id", "kind", "bitrix id", "attempts", "error", "age"),
        text(
            "SELECT id, kind, bitrix_id, attempts, coalesce(error, reason), now() - received_at"
            " FROM webhook_event WHERE state = 'dead' ORDER BY id DESC LIMIT :shown"
        ),
    ),
    (
        "Parked events",
        ("id", "kind", "bitrix id", "reason", "age"),
        text(
            "SELECT id, kind, bitrix_id, reason, now() - received_at"
            " FROM webhook_event WHERE state = 'parked' ORDER BY id DESC LIMIT :shown"
        ),
    ),
    (
        "Dead letters of the outbox",
        ("id", "kind", "key", "attempts", "error", "age"),
        text(
            "SELECT id, kind, key, attempts, coalesce(error, reason), now() - wished_at"
            " FROM outbox WHERE state = 'dead' ORDER BY id DESC LIMIT :shown"
        ),
    ),
    (
        "Orders that may be there already: until they are retried, no unknown order is imported",
        ("id", "order", "error", "age"),
        text(
            "SELECT id, key, error, now() - wished_at FROM outbox"
            " WHERE state = 'dead' AND kind = 'new_order' AND in_doubt ORDER BY id DESC LIMIT :shown"
        ),
    ),
)


def show() -> None:
    console = Console()
    with begin() as session:
        for title, columns, query in COUNTS:
            console.print(_table(title, columns, _rows(session, query)))
        for title, columns, query in LISTS:
            if rows := _rows(session, query, shown=SHOWN):
                console.print(_table(f"{title} (newest {SHOWN})", columns, rows))


def _rows(session: Session, query: TextClause, **values: Any) -> Sequence[Any]:
    return session.execute(query, values).all()


def _table(title: str, columns: Iterable[str], rows: Iterable[Sequence[Any]]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(_shown(value) for value in row))
    return table


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if hasattr(value, "total_seconds"):
        return _age(value.total_seconds())
    return str(value)


def _age(seconds: float) -> str:
    """The two largest units: 3 d 4 h, 5 min 10 s."""
    left = max(0, int(seconds))
    parts: list[str] = []
    for name, size in (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)):
        count, left = divmod(left, size)
        if count or (name == "s" and not parts):
            parts.append(f"{count} {name}")
    return " ".join(parts[:2])
