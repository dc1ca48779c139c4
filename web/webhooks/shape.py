"""The shape of a webhook's body, by hand: this is the hot path, and the site's values are loose."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bitrix.wire.scalars import parse_id
from bitrix.wire.unreadable import Unreadable
from web import json_body
from web.errors import Problem

Errors = dict[str, list[str]]


def read_object() -> dict[str, Any]:
    body = json_body.read()
    if not isinstance(body, dict):
        raise wrong({"json": ["Must be an object."]})
    return body


def wrong(errors: Errors) -> Problem:
    return Problem(422, "Some fields are wrong", errors)


def an_id(value: Any) -> int | None:
    """A positive id, as a number or digits; None for anything else (true and 1.0 are not ids)."""
    try:
        return parse_id(value)
    except Unreadable:
        return None


def code(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def optional_wrong(body: Mapping[str, Any]) -> Errors:
    """What is wrong with the fields that newer handlers add; null is as good as absent."""
    return {
        field: [message]
        for field, (fits, message) in OPTIONAL.items()
        if body.get(field) is not None and not fits(body[field])
    }


def _aware(value: Any) -> bool:
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except (TypeError, ValueError):
        return False


OPTIONAL: dict[str, tuple[Callable[[Any], bool], str]] = {
    "changed_by_id": (lambda value: an_id(value) is not None, "Must be an id."),
    "notes": (lambda value: isinstance(value, str), "Must be a string."),
    "event_id": (lambda value: code(value) or an_id(value) is not None, "Must be a string."),
    "changed_at": (_aware, "Must be ISO 8601 with an offset."),
    "version": (lambda value: an_id(value) is not None, "Must be a whole number from 1."),
}
