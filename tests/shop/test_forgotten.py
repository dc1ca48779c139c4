"""Sign-ins and invitations go when nobody can use them any more."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AuthSession, TeamInvitation, User
from shop.forgotten import forget

NOW = datetime(2026, 11, 25, 5, 20, tzinfo=UTC)
MONTH_AGO = NOW - timedelta(days=30)
SOON = timedelta(minutes=1)


def keep(session: Session, dana: User, sign_in_until: datetime, invitation_until: datetime) -> None:
    session.add(AuthSession(user_id=dana.id, token_hash=b"x", expires_at=sign_in_until))
    session.add(
        TeamInvitation(
            shop_id=dana.shop_id,
            phone=f"+7700000{uuid4().int % 10_000:04d}",
            name="Ержан",
            role="courier",
            code_hash=uuid4().bytes,
            invited_by_id=dana.id,
            expires_at=invitation_until,
        )
    )
    session.flush()


def test_what_is_over_goes_and_the_rest_stays(session: Session, dana: User) -> None:
    keep(session, dana, NOW - SOON, MONTH_AGO - SOON)
    keep(session, dana, NOW + SOON, MONTH_AGO + SOON)
    assert forget(session, NOW, MONTH_AGO, 10) == 2
    assert session.scalars(select(AuthSession.expires_at)).all() == [NOW + SOON]
    assert session.scalars(select(TeamInvitation.expires_at)).all() == [MONTH_AGO + SOON]


def test_no_more_than_asked_for_goes_at_once(session: Session, dana: User) -> None:
    for _ in range(3):
        keep(session, dana, NOW - SOON, MONTH_AGO - SOON)
    assert forget(session, NOW, MONTH_AGO, 2) == 4
    assert forget(session, NOW, MONTH_AGO, 2) == 2
