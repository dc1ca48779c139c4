"""What only one may have: the database finds out, and the field is named."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models import User
from shop.errors import Conflict

PHONE = "This phone has an account already"
SAID = {
    "uq_user_phone": PHONE,
    "uq_team_invitation_pending": "This phone has been invited already",
}


def flush(session: Session) -> None:
    """Write what is pending. Raises Conflict for a phone that somebody else has, or was faster to take."""
    try:
        session.flush()
    except IntegrityError as error:
        original: Any = error.orig
        said = SAID.get(original.diag.constraint_name)
        if said is None:
            raise
        raise Conflict(said, {"phone": [said]}) from None


def refuse_known(session: Session, phone: str) -> None:
    """Raises Conflict where anybody the session can see has this phone."""
    if session.scalar(select(User.id).where(User.phone == phone)) is not None:
        raise Conflict(PHONE, {"phone": [PHONE]})
