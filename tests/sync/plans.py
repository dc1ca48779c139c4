"""How many rows a statement looks at, by PostgreSQL's own count."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import TextClause, text

from models import engine


def most_rows(statement: TextClause, **values: Any) -> int:
    """The most rows that any step handles. Nothing is kept."""
    explained = text(str(statement).replace("WITH ", "EXPLAIN (ANALYZE, FORMAT JSON) WITH ", 1))
    with engine().connect() as connection:
        (plan,) = connection.execute(explained, values).scalar_one()
        connection.rollback()
    return int(max(step["Actual Rows"] * step["Actual Loops"] for step in _steps(plan["Plan"])))


def _steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("Plans", []):
        yield from _steps(child)
