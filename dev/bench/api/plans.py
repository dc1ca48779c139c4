"""How PostgreSQL finds what a route asks for, in a process of its own: `python -m dev.bench.api.plans`.

Each route is asked once per path inside this process, and every SELECT it sent is explained and run again in the
same transaction, as the same role, right after it. Prints {route: [{path, statements, plans}]} as JSON; a plan is
{statement, ms, walks, text}, where `walks` names the tables that were read from end to end.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg2
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from dev.bench.api.house import LOGIN
from dev.bench.api.routes import Route, routes
from models import engine
from models.base import autocommit
from models.tenancy import READ_ONLY
from web import create_app

EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) "
AS_TEXT = "EXPLAIN (ANALYZE, BUFFERS) "
SMALL = 1_000  # rows: to read so few from end to end is the quickest way to find some of them


def main() -> None:
    client = create_app().test_client()
    signed_in: Any = client.post("/api/v1/auth/login", data=LOGIN, content_type="application/json").json
    token = signed_in["access_token"]
    with closing(psycopg2.connect(os.environ["DATABASE_URL"])) as connection, connection.cursor() as cursor:
        asked = routes(cursor)
    print(json.dumps({route.name: [_asked(client, path, token) for path in _some(route)] for route in asked}))


def _some(route: Route) -> list[str]:
    return list(route.paths[:4])


def _asked(client: FlaskClient, path: str, token: str) -> dict[str, Any]:
    with _explained(engine(), autocommit()) as plans:
        answer = client.get(f"/api/v1{path}", headers={"Authorization": f"Bearer {token}"})
    if answer.status_code != 200:
        sys.exit(f"{path} answered {answer.status_code}")
    return {"path": path, "statements": len(plans), "plans": [plan for plan in plans if plan["ms"] is not None]}


@contextmanager
def _explained(*engines: Engine) -> Iterator[list[dict[str, Any]]]:
    """Yields a list that fills with one entry for each statement."""
    plans: list[dict[str, Any]] = []

    def seen(connection: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        plan: dict[str, Any] = {"statement": statement, "ms": None, "walks": [], "text": ""}
        before, enters, asks = statement.rpartition(READ_ONLY)
        if asks.lstrip().startswith(("SELECT", "WITH", "EXECUTE")):
            with cursor.connection.cursor() as beside:
                beside.execute(before + enters + EXPLAIN + asks, parameters)
                (found,) = beside.fetchone()[0]
                beside.execute(before + enters + AS_TEXT + asks, parameters)
                text = "\n".join(line for (line,) in beside)
            plan |= {"ms": found["Execution Time"], "walks": sorted(walks(found["Plan"])), "text": text}
        plans.append(plan)

    for one in engines:
        event.listen(one, "before_cursor_execute", seen)
    try:
        yield plans
    finally:
        for one in engines:
            event.remove(one, "before_cursor_execute", seen)


def walks(node: dict[str, Any]) -> set[str]:
    read = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
    own = {node["Relation Name"]} if node["Node Type"] == "Seq Scan" and read > SMALL else set()
    return own.union(*(walks(part) for part in node.get("Plans", ())))


if __name__ == "__main__":
    main()
