"""The nightly job forgets what belongs to people who are gone."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from models import AuthSession, begin
from tasks.default import retention
from tests.people import make_shop, make_user


def test_expired_sign_ins_go_with_the_nightly_job(clean: None) -> None:
    now = datetime.now(UTC)
    with begin() as session:
        user = make_user(session, make_shop(session))
        for expires_at in (now - timedelta(seconds=1), now + timedelta(hours=1)):
            session.add(AuthSession(user_id=user.id, token_hash=b"x", expires_at=expires_at))
    retention()
    with begin() as session:
        assert session.scalars(select(AuthSession.expires_at)).all() == [now + timedelta(hours=1)]
