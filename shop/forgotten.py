"""Sign-ins that have expired and invitations nobody asks about any more."""

from datetime import datetime

from sqlalchemy import Delete, delete, select
from sqlalchemy.orm import Session

from models import AuthSession, TeamInvitation


def forget(session: Session, now: datetime, invitations_before: datetime, limit: int) -> int:
    """Delete at most `limit` sign-ins that are over by now, and invitations over by then; returns how many rows."""
    return sum(
        session.execute(statement).rowcount  # type: ignore[attr-defined]
        for statement in (_over(AuthSession, now, limit), _over(TeamInvitation, invitations_before, limit))
    )


def _over(model: type[AuthSession] | type[TeamInvitation], before: datetime, limit: int) -> Delete:
    old = select(model.id).where(model.expires_at < before).limit(limit).with_for_update(skip_locked=True)
    return delete(model).where(model.id.in_(old)).execution_options(synchronize_session=False)
