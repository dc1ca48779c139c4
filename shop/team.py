"""Who works in a shop, and as what. There is always a director."""

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from models import User
from shop import auth_sessions, ranks
from shop.errors import Conflict, NotFound
from shop.ranks import Ranked


def set_role(session: Session, user_id: int, role: str, *, by: Ranked) -> User:
    """Raises NotFound, Forbidden (a role above one's own, old or new), Conflict (the last director, or gone)."""
    user, directors = _locked(session, user_id, by)
    ranks.require(by, role)
    if not user.is_active:
        raise Conflict("This person is not in the team any more")
    if role != "director":
        _refuse_the_last(user, directors)
    user.role = role
    return user


def remove(session: Session, user_id: int, *, by: Ranked) -> None:
    """No access from now on; the row stays, for others point at it. Once more is no mistake.

    Raises NotFound, Forbidden (somebody above oneself), Conflict (the last director).
    """
    user, directors = _locked(session, user_id, by)
    if not user.is_active:
        return
    _refuse_the_last(user, directors)
    user.is_active = False
    auth_sessions.revoke_all(session, user.id)


def _locked(session: Session, user_id: int, by: Ranked) -> tuple[User, set[int]]:
    """A member of the session's shop, and the ids of its directors.

    All of them are locked, in the order of their ids: two who demote each other at once wait, and the second
    finds only one director left.
    """
    director = and_(User.role == "director", User.is_active)
    rows = session.scalars(
        select(User)
        .where(or_(User.id == user_id, director))
        .order_by(User.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    user = next((row for row in rows if row.id == user_id), None)
    if user is None:
        raise NotFound("Not found")
    ranks.require_not_below(by, user)
    return user, {row.id for row in rows if row.role == "director" and row.is_active}


def _refuse_the_last(user: User, directors: set[int]) -> None:
    if directors == {user.id}:
        raise Conflict("The last director of a shop cannot be removed or demoted")
