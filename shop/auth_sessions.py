"""Sign-ins that last: a refresh token lives for 30 days and is replaced at each use.

A token is `<session id>.<secret>`. The one that follows is derived from the one before and a key of the house, so
that a token shown twice within GRACE (two tabs at once, an answer that got lost) has the same successor twice.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid4

from sqlalchemy import Update, func, select, update
from sqlalchemy.orm import Session

from models import AuthSession, User

LIFETIME = timedelta(days=30)
GRACE = timedelta(seconds=5)


@dataclass(frozen=True)
class SignIn:
    """The token is known here and to whom it is given; the database keeps its SHA-256."""

    user_id: int
    session_id: UUID
    refresh_token: str


def start(session: Session, user_id: int, password_hash: str, now: datetime) -> SignIn | None:
    """A sign-in of somebody whose password was found right against this hash; None where that is no longer theirs.

    A change of the password or a removal from the team that goes on meanwhile either is seen or revokes this.
    """
    still = select(User.id).where(User.id == user_id, User.password_hash == password_hash, User.is_active)
    if session.scalar(still.with_for_update(read=True)) is None:
        return None
    secret = secrets.token_urlsafe(32)
    row = AuthSession(id=uuid4(), user_id=user_id, token_hash=_digest(secret), expires_at=now + LIFETIME)
    session.add(row)
    return _sign_in(row, secret)


def renew(session: Session, token: str, key: bytes, now: datetime) -> SignIn | None:
    """The token's successor, or None: unknown, expired or revoked.

    Whoever names the id of a session once had a token of it; if that is not the one in force, somebody has a
    stolen one, its owner or a thief: nobody can tell, and the session is revoked.
    """
    id, secret = _parts(token)
    row = session.get(AuthSession, id, with_for_update=True) if id else None
    if row is None or not row.is_open(now):
        return None
    successor = _successor(secret, key)
    if hmac.compare_digest(row.token_hash, _digest(secret)):
        row.previous_hash, row.token_hash = row.token_hash, _digest(successor)
        row.rotated_at, row.expires_at = now, now + LIFETIME
    elif not _is_shown_again(row, secret, now):
        row.revoked_at = now
        return None
    return _sign_in(row, successor)


def revoke(session: Session, id: UUID) -> None:
    """The refresh token and the access tokens of this sign-in are worth nothing from now on."""
    session.execute(_revocation().where(AuthSession.id == id))


def revoke_all(session: Session, user_id: int, but: UUID | None = None) -> None:
    """End every sign-in of a user, with the one exception."""
    session.execute(_revocation().where(AuthSession.user_id == user_id, AuthSession.id.is_distinct_from(but)))


def _revocation() -> Update:
    return (
        update(AuthSession)
        .where(AuthSession.revoked_at.is_(None))
        .values(revoked_at=func.now())
        .execution_options(synchronize_session=False)
    )


def _is_shown_again(row: AuthSession, secret: str, now: datetime) -> bool:
    before = row.previous_hash or b""
    return hmac.compare_digest(before, _digest(secret)) and now - row.rotated_at <= GRACE


def _sign_in(row: AuthSession, secret: str) -> SignIn:
    return SignIn(row.user_id, row.id, f"{row.id}.{secret}")


def _parts(token: str) -> tuple[UUID | None, str]:
    id, _, secret = token.partition(".")
    try:
        return UUID(id), secret
    except ValueError:
        return None, secret


def _digest(secret: str) -> bytes:
    return sha256(secret.encode()).digest()


def _successor(secret: str, key: bytes) -> str:
    return hmac.new(key, b"refresh token after " + secret.encode(), sha256).hexdigest()
