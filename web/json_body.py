"""JSON bodies, read strictly: what PostgreSQL cannot keep as text or jsonb is refused here, by name."""

import json
from collections.abc import Iterable
from typing import Any, NoReturn

from flask import request

from web.configuration import BODY_LIMIT
from web.errors import DETAILS, Problem

JSON_TYPES = ("application/json", "")  # an absent type is taken for JSON: older senders leave it out
# A body without any of these bytes cannot hold a NUL or half of a surrogate pair.
SUSPICIOUS = (b"\\u0000", b"\\ud", b"\\uD")
# Levels. Nothing honest has a quarter of them, and whoever reads an event later may have less of a stack left.
DEEPEST = 32


def read() -> Any:
    """The body of the request as Python values.

    Problem 413 when it is too long, 415 when it says it is not JSON, 422 when it is not.
    """
    kind = request.mimetype
    if kind not in JSON_TYPES and not kind.endswith("+json"):
        raise Problem(415, "Content-Type must be application/json")
    raw = request.get_data(cache=False)
    if len(raw) >= BODY_LIMIT and request.content_length is None:
        raise Problem(413, DETAILS[413])  # in chunks: what is over the limit was cut off without a word
    try:
        value = json.loads(raw, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise Problem(422, "Body is not valid JSON", {"json": ["Not valid JSON."]}) from error
    if raw.count(b"[") + raw.count(b"{") > DEEPEST and _deeper(value, DEEPEST):
        raise Problem(422, "Body is nested too deeply", {"json": ["Nested too deeply."]})
    if any(mark in raw for mark in SUSPICIOUS) and (errors := unstorable(value)):
        raise Problem(422, "Some text cannot be stored", errors)
    return value


def unstorable(value: Any, path: str = "") -> dict[str, list[str]]:
    """Fields whose text has a NUL or half of a surrogate pair: {dotted path: [why]}."""
    if isinstance(value, str):
        return {} if _storable(value) else {path or "json": ["Text must not contain NUL or broken characters."]}
    errors: dict[str, list[str]] = {}
    if isinstance(value, list):
        for index, item in enumerate(value):
            errors |= unstorable(item, _join(path, str(index)))
    elif isinstance(value, dict):
        for key, item in value.items():
            if not _storable(key):
                errors[path or "json"] = ["Keys must not contain NUL or broken characters."]
            else:
                errors |= unstorable(item, _join(path, key))
    return errors


def _deeper(value: Any, levels: int) -> bool:
    within = [value]
    for _ in range(levels):
        within = [inner for outer in within for inner in _parts(outer)]
    return any(isinstance(inner, list | dict) for inner in within)


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _storable(text: str) -> bool:
    if "\0" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _finite(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise ValueError("number too large")
    return value
