"""Who is let in: the platform's own hand on people and shops. It takes effect with the next request."""

from sqlalchemy.orm import Session

from models import Shop, User
from shop import auth_sessions
from shop.errors import Conflict, NotFound


def set_user(session: Session, user_id: int, let_in: bool, *, by: int) -> User:
    """Lets somebody in, or blocks them and ends their sign-ins. Raises NotFound, and Conflict for oneself."""
    if user_id == by:
        raise Conflict("Nobody blocks themselves")
    user = _user(session, user_id)
    user.is_active = let_in
    if not let_in:
        auth_sessions.revoke_all(session, user_id)
    return user


def set_shop(session: Session, shop_id: int, let_in: bool) -> Shop:
    """Opens a shop, or closes it to its people and customers. Raises NotFound."""
    shop = session.get(Shop, shop_id, with_for_update=True)
    if shop is None:
        raise NotFound("Not found")
    shop.is_active = let_in
    return shop


def set_password(session: Session, user_id: int, password_hash: str) -> None:
    """Nobody who knew the old one, or signed in by it, stays in. Raises NotFound."""
    _user(session, user_id).password_hash = password_hash
    auth_sessions.revoke_all(session, user_id)


def _user(session: Session, user_id: int) -> User:
    user = session.get(User, user_id, with_for_update=True)
    if user is None:
        raise NotFound("Not found")
    return user
