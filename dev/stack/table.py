"""What runs where and with which login, for the person who started it."""

from collections.abc import Iterator
from typing import Any


def lines(state: dict[str, Any]) -> Iterator[str]:
    """`state` as in `.dev/stack.json`."""
    places = [("admin panel", f"{state['web']}/admin/", _login(state["admin"]))]
    places += [("API", state["web"], ""), ("API pages", f"{state['web']}/api/v1/docs", "")]
    places.append(("Flower", state["flower"], state["flower_auth"].replace(":", " / ", 1)))
    if state["simulator"]:
        places.append(("Bitrix simulator", state["simulator"], ""))
    places += [("PostgreSQL", state["database_url"], ""), ("Valkey", state["redis_url"], "")]
    yield "healthy"
    yield from _columns([("what", "where", "login"), *places])
    if state["logins"]:
        people = [(role, login["phone"], login["password"]) for role, login in state["logins"].items()]
        yield from _columns([("role", "phone", "password"), *people])
    names = [name for name in state["pids"] if name != "runner"]
    yield f"processes: {', '.join(names)}"


def _login(person: dict[str, str] | None) -> str:
    return f"{person['phone']} / {person['password']}" if person else ""


def _columns(rows: list[tuple[str, str, str]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        yield "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
