"""A refresh token is worth something once, for thirty days; one that was replaced gives a thief away."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from models import AuthSession, User
from shop import auth_sessions
from shop.auth_sessions import GRACE, LIFETIME, SignIn

NOW = datetime(2026, 11, 24, 23, 59, 59, tzinfo=UTC)
A_MOMENT = timedelta(milliseconds=1)
KEY = b"a key of the house"


@pytest.fixture
def first(session: Session, dana: User) -> SignIn:
    signed_in = auth_sessions.start(session, dana.id, dana.password_hash, NOW)
    assert signed_in
    return signed_in


def renewed(session: Session, token: str, now: datetime = NOW) -> str | None:
    signed_in = auth_sessions.renew(session, token, KEY, now)
    return signed_in.refresh_token if signed_in else None


def test_each_token_is_followed_by_another_of_the_same_session(session: Session, first: SignIn, dana: User) -> None:
    tokens = [first.refresh_token]
    for _ in range(5):
        following = auth_sessions.renew(session, tokens[-1], KEY, NOW)
        assert following
        assert (following.user_id, following.session_id) == (dana.id, first.session_id)
        tokens.append(following.refresh_token)
    assert len(set(tokens)) == 6


def test_a_replaced_token_shown_again_at_once_has_the_same_successor(session: Session, first: SignIn) -> None:
    second = renewed(session, first.refresh_token)
    assert renewed(session, first.refresh_token, NOW + GRACE) == second
    assert renewed(session, second or "", NOW + 2 * GRACE) is not None


def test_a_replaced_token_shown_again_later_ends_the_session(session: Session, first: SignIn) -> None:
    second = renewed(session, first.refresh_token)
    assert renewed(session, first.refresh_token, NOW + GRACE + A_MOMENT) is None
    assert renewed(session, second or "", NOW + GRACE + A_MOMENT) is None


def test_a_token_two_uses_old_ends_the_session_even_at_once(session: Session, first: SignIn) -> None:
    second = renewed(session, first.refresh_token)
    third = renewed(session, second or "")
    assert renewed(session, first.refresh_token) is None
    assert renewed(session, third or "") is None


def test_a_token_lives_for_thirty_days_and_its_successor_for_thirty_more(session: Session, first: SignIn) -> None:
    last_moment = NOW + LIFETIME - A_MOMENT
    second = renewed(session, first.refresh_token, last_moment)
    assert second
    assert renewed(session, second, last_moment + LIFETIME) is None


def test_an_expired_token_does_not_revoke_but_is_refused(session: Session, first: SignIn) -> None:
    assert renewed(session, first.refresh_token, NOW + LIFETIME) is None


@pytest.mark.parametrize("token", ["", ".", "x", "x.y", "6a0cf2c4-25d5-4f0c-a7f5-7d2f2f6b6f6f.secret", "\x00.я"])
def test_what_is_no_token_of_ours_is_refused(session: Session, first: SignIn, token: str) -> None:
    assert renewed(session, token) is None
    assert renewed(session, first.refresh_token) is not None


def test_the_secret_is_not_kept(session: Session, first: SignIn) -> None:
    second = renewed(session, first.refresh_token) or ""
    row = session.get_one(AuthSession, first.session_id)
    for token in (first.refresh_token, second):
        secret = token.partition(".")[2].encode()
        assert secret not in row.token_hash + (row.previous_hash or b"")
    assert len(row.token_hash) == len(row.previous_hash or b"") == 32


def test_the_successor_cannot_be_guessed_without_the_key(session: Session, first: SignIn) -> None:
    assert auth_sessions._successor("secret", KEY) != auth_sessions._successor("secret", KEY + b"!")


def test_a_password_changed_meanwhile_starts_no_session(session: Session, dana: User) -> None:
    assert auth_sessions.start(session, dana.id, "another hash", NOW) is None
    dana.is_active = False
    session.flush()
    assert auth_sessions.start(session, dana.id, dana.password_hash, NOW) is None


def test_all_sessions_but_one_are_ended(session: Session, dana: User, first: SignIn) -> None:
    others = [auth_sessions.start(session, dana.id, dana.password_hash, NOW) for _ in range(2)]
    session.flush()
    auth_sessions.revoke_all(session, dana.id, but=first.session_id)
    session.expire_all()
    assert [renewed(session, other.refresh_token) for other in others if other] == [None, None]
    second = renewed(session, first.refresh_token)
    session.flush()
    auth_sessions.revoke_all(session, dana.id)
    session.expire_all()
    assert renewed(session, second or "") is None
