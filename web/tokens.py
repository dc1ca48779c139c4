"""Access tokens: short-lived JWTs that say who, and nothing else; rights are read anew at every request."""

from datetime import UTC, datetime, timedelta

import jwt

from settings import Settings

ALGORITHM = "HS256"
ACCESS_LIFETIME = timedelta(minutes=15)


def issue(user_id: int, settings: Settings) -> str:
    now = datetime.now(UTC)
    claims = {"sub": str(user_id), "typ": "access", "iat": now, "exp": now + ACCESS_LIFETIME}
    return jwt.encode(claims, settings.jwt_secret, ALGORITHM)


def user_of(token: str, settings: Settings) -> int:
    """The id of the user an access token was issued to. Raises jwt.InvalidTokenError."""
    claims = jwt.decode(token, settings.jwt_secret, [ALGORITHM], options={"require": ["exp", "iat", "sub", "typ"]})
    if claims["typ"] != "access" or not claims["sub"].isdecimal():
        raise jwt.InvalidTokenError("not an access token")
    return int(claims["sub"])
