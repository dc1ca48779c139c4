"""Who is asking: read from the token and the database at every request, so that a block works at once."""

from dataclasses import dataclass
from uuid import UUID

import jwt
from flask import g, request
from sqlalchemy import bindparam, exists, false, func, or_, select

from models import AuthSession, Shop, User, prepared
from models.base import autocommit
from shop import ranks
from web import rights, tokens
from web.configuration import settings
from web.database import once_more
from web.errors import Problem

CALLER = (
    select(
        User.id,
        User.name,
        User.phone,
        User.role,
        User.is_superadmin,
        User.shop_id,
        Shop.name,
        func.coalesce(Shop.mirrors_bitrix, false()),
    )
    .outerjoin(Shop, User.shop_id == Shop.id)
    .where(User.id == bindparam("user_id"), User.is_active, or_(User.is_superadmin, Shop.is_active))
)
SIGNED_IN = exists().where(
    AuthSession.id == bindparam("session_id"), AuthSession.user_id == User.id, AuthSession.revoked_at.is_(None)
)
CALLER_SIGNED_IN = CALLER.where(SIGNED_IN)


@dataclass(frozen=True)
class Caller:
    """The sign-in, and what the query finds, in its order."""

    session_id: UUID | None
    id: int
    name: str
    phone: str
    role: str
    is_superadmin: bool
    shop_id: int | None
    shop_name: str | None
    mirrors_bitrix: bool

    def is_at_least(self, role: str) -> bool:
        """Whether the caller's role is this one or above it; a superadmin is above all."""
        return ranks.at_least(self, role)

    @property
    def rights(self) -> list[str]:
        """The endpoints that the caller may call."""
        return rights.endpoints_of(self)

    @property
    def is_courier(self) -> bool:
        return not self.is_at_least("florist")


def current() -> Caller:
    """The caller of a route that is not public. Raises Problem 401 without a good token."""
    found = optional()
    if found is None:
        raise unauthorized("Not signed in")
    return found


def optional() -> Caller | None:
    """The caller of a public route; None without a token. A token that is there must be good."""
    if "caller" not in g:
        g.caller = _from_header(request.headers.get("Authorization"))
    return g.caller


def unauthorized(detail: str) -> Problem:
    return Problem(401, detail, headers={"WWW-Authenticate": "Bearer"})


def load(user_id: int, session_id: UUID | None = None) -> Caller | None:
    """One query, one round trip. None for somebody unknown or blocked, for all of a blocked shop, and where the
    sign-in was ended.
    """
    query = CALLER_SIGNED_IN if session_id else CALLER
    asked = {"user_id": user_id, "session_id": session_id}

    def read() -> Caller | None:
        with autocommit().connect() as connection:
            rows = prepared.rows(connection, query, asked)
        return Caller(session_id, *rows[0]) if rows else None

    return once_more(read)


def _from_header(header: str | None) -> Caller | None:
    if header is None:
        return None
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer":
        raise unauthorized("Not signed in")
    try:
        user_id, session_id = tokens.subject_of(token.strip(), settings())
    except jwt.InvalidTokenError:
        raise unauthorized("Token is not valid or has expired") from None
    found = load(user_id, session_id)
    if found is None:
        raise unauthorized("Signed out, or access is blocked")
    return found
