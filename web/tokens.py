"""Access tokens: short-lived JWTs that say who, by which sign-in; rights are read anew at every request."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from time import time
from typing import Any
from uuid import UUID

import jwt

from settings import Settings
from web.schemas.fields import LARGEST_ID

ALGORITHM = "HS256"
ACCESS_LIFETIME = timedelta(minutes=15)


def issue(user_id: int, settings: Settings, session_id: UUID | None = None) -> str:
    """Without a session the token is good until it expires: nobody can sign out of it."""
    now = datetime.now(UTC)
    claims = {"sub": str(user_id), "typ": "access", "iat": now, "exp": now + ACCESS_LIFETIME}
    if session_id:
        claims["sid"] = str(session_id)
    return jwt.encode(claims, settings.jwt_secret, ALGORITHM)


def subject_of(token: str, settings: Settings) -> tuple[int, UUID | None]:
    """The ids of the user and of the sign-in an access token was issued to. Raises jwt.InvalidTokenError."""
    user_id, session_id, expires = _read(token, settings.jwt_secret)
    if expires <= time():
        raise jwt.ExpiredSignatureError("Signature has expired")
    return user_id, session_id


@lru_cache(maxsize=4096)  # a browser sends the same one with each request, and only time can undo what it says
def _read(token: str, secret: str) -> tuple[int, UUID | None, int]:
    """And when it expires."""
    claims = jwt.decode(token, secret, [ALGORITHM], options={"require": ["exp", "iat", "sub", "typ"]})
    if claims["typ"] != "access":
        raise jwt.InvalidTokenError("not an access token")
    return _user_of(claims), _session_of(claims), int(claims["exp"])


def _user_of(claims: dict[str, Any]) -> int:
    if not claims["sub"].isdecimal() or int(claims["sub"]) > LARGEST_ID:
        raise jwt.InvalidTokenError("not a user of ours")
    return int(claims["sub"])


def _session_of(claims: dict[str, Any]) -> UUID | None:
    try:
        return UUID(claims["sid"]) if "sid" in claims else None
    except (ValueError, TypeError, AttributeError):
        raise jwt.InvalidTokenError("not a session of ours") from None
