"""The one shape of every error: {"detail", "errors"?, "request_id"}."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import structlog
from flask import Flask, Response, jsonify, request
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, TimeoutError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from shop.errors import Conflict, Forbidden, Invalid, NotFound, ShopError, Shortage
from tasks.logs import request_id

log = structlog.get_logger()

RETRY_AFTER_S = 5
LOCATIONS = ("json", "query", "form")  # of what was sent; a field may have such a name too
DETAILS = {
    404: "Not found",
    405: "Method not allowed",
    413: "Body too large",
    422: "Some fields are wrong",
}
# The first line that fits; ShopError itself stays last.
SHOP_STATUSES: tuple[tuple[type[ShopError], int], ...] = (
    (Shortage, 400),
    (Invalid, 422),
    (Conflict, 409),
    (Forbidden, 403),
    (NotFound, 404),
    (ShopError, 422),
)
OUT_OF_REACH = (OperationalError, InterfaceError, TimeoutError)


class Problem(Exception):
    """An answer other than success, said by a handler of ours."""

    def __init__(
        self,
        status: int,
        detail: str,
        errors: Mapping[str, list[str]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = errors
        self.headers = headers or {}


Row = TypeVar("Row")


def existing(row: Row | None) -> Row:
    """The row that was looked for. Raises Problem 404: there is none, or it is another shop's."""
    if row is None:
        raise Problem(404, DETAILS[404])
    return row


def refuse_older(row: Any, seen: int | None, by: Callable[[], str | None] = lambda: None) -> None:
    """Raises Problem 409 where the row has moved on from the version the caller saw; None: they do not mind.

    `by` finds who was first, for staff to read.
    """
    if seen is None or seen == row.version:
        return
    errors = {"version": [f"Is {row.version} now."]}
    if name := by():
        errors["changed_by"] = [name]
    raise Problem(409, "Somebody else changed it meanwhile", errors)


def register(app: Flask) -> None:
    app.register_error_handler(Exception, answer)


def answer(error: Exception) -> Response | HTTPException:
    if isinstance(error, RequestRedirect):
        return error
    return _response(_problem(error))


def _problem(error: Exception) -> Problem:
    if isinstance(error, Problem):
        return error
    if isinstance(error, HTTPException):
        return _of_http(error)
    if isinstance(error, ShopError):
        status = next(status for kind, status in SHOP_STATUSES if isinstance(error, kind))
        return Problem(status, str(error) or DETAILS.get(status, "Refused"), error.errors)
    if isinstance(error, StaleDataError):
        return Problem(409, "Somebody else changed it meanwhile")
    if isinstance(error, OUT_OF_REACH) or (isinstance(error, DBAPIError) and error.connection_invalidated):
        log.error("database_out_of_reach", exc_info=error)
        return Problem(503, "Database out of reach", headers={"Retry-After": str(RETRY_AFTER_S)})
    log.error("request_failed", path=request.path, exc_info=error)
    return Problem(500, "Internal error")


def _of_http(error: HTTPException) -> Problem:
    """Werkzeug's own refusals, and those of webargs, which hang their messages on `data`."""
    status = error.code or 500
    messages = getattr(error, "data", {}).get("messages")
    headers = {key: value for key, value in error.get_headers() if key in ("Allow", "Retry-After")}
    detail = DETAILS.get(status, error.name)
    return Problem(status, detail, flatten(messages) if messages else None, headers)


def flatten(messages: Any, path: str = "", locations: tuple[str, ...] = LOCATIONS) -> dict[str, list[str]]:
    """Marshmallow's nested messages as {dotted field: [message]}.

    Left out are the location (json, query, form) and `_schema`, under which it says what is wrong with the whole.
    """
    if not isinstance(messages, Mapping):
        said = messages if isinstance(messages, list) else [messages]
        return {path or "json": [str(text) for text in said]}
    found: dict[str, list[str]] = {}
    for key, value in messages.items():
        transparent = key == "_schema" or key in locations
        here = path if transparent else f"{path}.{key}" if path else str(key)
        for field, texts in flatten(value, here, ()).items():
            found.setdefault(field, []).extend(texts)
    return found


def _response(problem: Problem) -> Response:
    body: dict[str, Any] = {"detail": problem.detail}
    if problem.errors:
        body["errors"] = problem.errors
    body["request_id"] = request_id()
    response = jsonify(body)
    response.status_code = problem.status
    response.headers.update(problem.headers)
    return response
