"""`Idempotency-Key`: a request that must not be done twice is done once, and answered alike for a day."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from copy import deepcopy
from datetime import timedelta
from functools import wraps
from hashlib import sha256
from typing import Any

from flask import Response, current_app, make_response, request
from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from models import IdempotencyKey
from web import caller, tenant
from web.errors import Problem
from web.rights import RIGHTS, Right

HEADER, REPLAYED = "Idempotency-Key", "Idempotent-Replayed"
KEPT = timedelta(hours=24)
VISIBLE = re.compile(r"[!-~]{1,200}")
PARAMETER = {
    "in": "header",
    "name": HEADER,
    "description": "A name of this request that nobody guesses, such as a UUID. The same request under the same"
    f" key is not done again: it gets the first answer, with `{REPLAYED}: true`, for 24 hours; another request"
    " under it is refused (422). Errors are not kept.",
    "schema": {"type": "string", "pattern": "^[!-~]{1,200}$"},
    "example": "0f5b9d1e-8f0b-4f5e-9c55-7a1f2f1f3c11",
}


def idempotent(view: Callable[..., Any]) -> Callable[..., Any]:
    """To be put above all that reads the request. The key, the work and the answer are of one transaction, which
    the view joins by `tenant.staff` or `tenant.public`; its bells must be those of `tenant.ring`.
    """

    @wraps(view)
    def once(*args: Any, **kwargs: Any) -> Any:
        if HEADER not in request.headers:
            return view(*args, **kwargs)
        key = _key()
        with _transaction() as session:
            id = _claimed(session, key)
            if id is None:
                return _first_answer(session, key)
            answer = make_response(view(*args, **kwargs))
            kept = {"status": answer.status_code, "answer": answer.get_data()}
            session.execute(update(IdempotencyKey).where(IdempotencyKey.id == id).values(kept))
            return answer

    once._apidoc = deepcopy(getattr(view, "_apidoc", {}))  # type: ignore[attr-defined]
    once._apidoc.setdefault("arguments", {}).setdefault("parameters", []).append(PARAMETER)  # type: ignore[attr-defined]
    return once


def _transaction() -> AbstractContextManager[Session]:
    is_public = RIGHTS.get(request.endpoint or "") is Right.PUBLIC
    return tenant.public() if is_public else tenant.staff()


def _claimed(session: Session, key: str) -> int | None:
    """Id of the key's new row; None where the key was used within a day.

    Whoever comes while the first request is worked waits here for its end.
    """
    values = {"user_id": _user_id(), "key": key, "fingerprint": _fingerprint()}
    afresh = {"fingerprint": values["fingerprint"], "status": None, "answer": None, "created_at": func.now()}
    statement = (
        insert(IdempotencyKey)
        .values(shop_id=tenant.shop_id(session), **values)
        .on_conflict_do_update(
            constraint="uq_idempotency_key_shop_id_user_id_key",
            set_=afresh,
            where=IdempotencyKey.created_at < func.now() - KEPT,
        )
        .returning(IdempotencyKey.id)
    )
    return session.scalar(statement)


def _first_answer(session: Session, key: str) -> Response:
    row = session.scalars(
        select(IdempotencyKey).where(IdempotencyKey.user_id == _user_id(), IdempotencyKey.key == key)
    ).one()
    if row.fingerprint != _fingerprint():
        raise _refused("Was used for another request.")
    assert row.answer is not None  # it came in the transaction of the key
    answer = current_app.response_class(row.answer, row.status, mimetype="application/json")
    answer.headers[REPLAYED] = "true"
    return answer


def _key() -> str:
    key = request.headers[HEADER]
    if not VISIBLE.fullmatch(key):
        raise _refused("Must be 1 to 200 visible characters of ASCII.")
    return key


def _user_id() -> int | None:
    who = caller.optional()
    return who.id if who else None


def _fingerprint() -> bytes:
    """Of what was asked. The body stays for the view to read."""
    path = request.path.encode() + b"?" + request.query_string  # bytes: a query may be of any
    asked = (request.method.encode(), path, request.get_data(cache=True))
    return sha256(b"\n".join(asked)).digest()


def _refused(why: str) -> Problem:
    return Problem(422, "Some fields are wrong", {HEADER: [why]})
