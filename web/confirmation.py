"""The caller's own password, asked for again before what a stolen token must not be enough for."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import User, begin
from shop.passwords import verify_password
from web import caller, lockout
from web.errors import Problem


def confirmed(field: str, password: str | None) -> str:
    """The hash that the password, sent in that field, was found right against. Raises Problem 422, 429.

    No transaction stays open while the password is checked, which is slow on purpose.
    """
    if password is None:
        raise Problem(422, "Some fields are wrong", {field: ["The present password is needed for this."]})
    who = caller.current()
    with lockout.guessing(who.phone):
        with begin() as session:
            known = session.scalar(select(User.password_hash).where(User.id == who.id))
        if known is None or not verify_password(known, password):
            raise Problem(422, "Some fields are wrong", {field: ["Wrong password."]})
        return known


def hold(session: Session, user: User, known: str) -> None:
    """Locks the user's row. Raises Problem 409 where the password is not the confirmed one any more."""
    session.refresh(user, with_for_update=True)
    if user.password_hash != known:
        raise Problem(409, "The password was changed meanwhile")
