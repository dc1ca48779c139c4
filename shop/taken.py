"""What only one may have: the database finds out, and the field is named."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models import User
from shop.errors import Conflict

PHONE = "This phone has an account already"
SAID = {  # by constraint: the field, and what is wrong with it
    "uq_user_phone": ("phone", PHONE),
    "uq_team_invitation_pending": ("phone", "This phone has been invited already"),
    "uq_client_shop_id_phone": ("phone", "There is a client with this phone already"),
    "uq_static_page_shop_id_slug": ("slug", "There is a page with this slug already"),
}


def flush(session: Session) -> None:
    """Write what is pending. Raises Conflict for what somebody else has, or was faster to take."""
    try:
        session.flush()
    except IntegrityError as error:
        original: Any = error.orig
        taken = SAID.get(original.diag.constraint_name)
        if taken is None:
            raise
        field, said = taken
        raise Conflict(said, {field: [said]}) from None


def refuse_known(session: Session, phone: str) -> None:
    """Raises Conflict where anybody the session can see has this phone."""
    if session.scalar(select(User.id).where(User.phone == phone)) is not None:
        raise Conflict(PHONE, {"phone": [PHONE]})
