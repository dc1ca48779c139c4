"""What an answer of the site means: its JSON, or the error that says what to do about it."""

import contextlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn

import orjson

from bitrix.errors import (
    BadPayload,
    BadToken,
    BitrixError,
    Malformed,
    NotFound,
    NotJson,
    Redirected,
    Refused,
    Rejected,
    TooManyRequests,
    Unavailable,
    WrongMethod,
)
from bitrix.retry_after import parse_retry_after
from bitrix.wire.unreadable import shown

REJECTIONS: dict[int, type[Rejected]] = {401: BadToken, 403: BadToken, 404: NotFound, 405: WrongMethod}
REQUEST_TIMEOUT, TOO_MANY, SERVER_ERROR = 408, 429, 500
LONGEST_REASON = 200
ZEROS = bytes.maketrans(b"123456789", b"000000000")
LONG_NUMBER = b"0" * 19


@dataclass(frozen=True)
class Answer:
    """An answer as it came: body decoded from its transfer and content encoding, not yet understood."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def understand(answer: Answer, *, write: bool) -> dict[str, Any]:
    """The JSON object of a successful answer. Raises the error that a failed one stands for."""
    document = _document(answer.body)
    if not 200 <= answer.status < 300:
        _raise_for_status(answer, document, write)
    if document is None:
        raise NotJson(_no_json(answer.body), status=answer.status, in_doubt=write)
    if not isinstance(document, dict):
        raise Malformed("the answer is JSON, but no object", status=answer.status, in_doubt=write)
    if document.get("success") is False:
        _raise_for_code(answer.status, document, write)
    return document


def require_done(document: Mapping[str, Any]) -> None:
    """Raise unless the answer of a write says in so many words that it was done."""
    status = document.get("status")
    if status is True or status == "success":
        return
    if "status" not in document:
        raise Malformed("the answer does not say whether it was done", status=200, in_doubt=True)
    raise Refused(f"the site refused: {reason(document)}", status=200)


def reason(document: Any) -> str:
    """What the site gives as its reason: short, on one line, without phone numbers or addresses."""
    error = document.get("error") if isinstance(document, Mapping) else None
    said = error.get("message") or error.get("code") if isinstance(error, Mapping) else error
    text = said if isinstance(said, str) else shown(said)
    line = " ".join(text.split()) if said else "no reason given"
    line = re.sub(r"\S+@\S+|\+?[0-9](?:[\s()-]*[0-9]){8,}", "…", line)
    return line[:LONGEST_REASON]


def _document(body: bytes) -> Any:
    """The parsed JSON, None where it is none.

    What orjson refuses is left to the standard library, which takes halves of characters too; and so is what may
    hold a whole number of over 64 bits, of which orjson would make a float.
    """
    if LONG_NUMBER not in body.translate(ZEROS):
        with contextlib.suppress(orjson.JSONDecodeError):
            return orjson.loads(body)
    try:
        return json.loads(body.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _raise_for_status(answer: Answer, document: Any, write: bool) -> NoReturn:
    status, why = answer.status, reason(document)
    wait = parse_retry_after(answer.headers, datetime.now(UTC))
    if status < 400:
        raise Redirected(f"{status}: redirected to {_target(answer)}", status=status)
    if status >= SERVER_ERROR or status == REQUEST_TIMEOUT:
        raise Unavailable(f"{status}: {why}", status=status, retry_after=wait, in_doubt=write)
    if status == TOO_MANY:
        raise TooManyRequests(f"{status}: {why}", status=status, retry_after=wait)
    if status == 404 and not write and _is_html(answer.body):
        # A missing row is told by the API in JSON; a page is a web server that has lost the API,
        # and must not pass for thousands of absent products.
        raise NotJson("404 as an HTML page: the API is not there", status=status)
    raise REJECTIONS.get(status, BadPayload)(f"{status}: {why}", status=status)


def _raise_for_code(status: int, document: Mapping[str, Any], write: bool) -> NoReturn:
    """A failure that came with a status of success."""
    error = document.get("error")
    code = error.get("code") if isinstance(error, Mapping) else None
    raised: BitrixError
    match code:
        case "unauthorized":
            raised = BadToken(f"unauthorized: {reason(document)}", status=status)
        case "not_found":
            raised = NotFound(f"not found: {reason(document)}", status=status)
        case "internal_error":
            raised = Unavailable(f"internal error: {reason(document)}", status=status, in_doubt=write)
        case _:
            raised = Refused(f"the site refused: {reason(document)}", status=status)
    raise raised


def _no_json(body: bytes) -> str:
    if not body.strip():
        return "the answer is empty"
    return f"the answer is {'an HTML page' if _is_html(body) else 'no JSON'}, {len(body)} bytes"


def _is_html(body: bytes) -> bool:
    return body.lstrip().startswith(b"<")


def _target(answer: Answer) -> str:
    """Where to, without the query: it may carry a token."""
    return answer.headers.get("Location", "nowhere").split("?")[0][:LONGEST_REASON]
