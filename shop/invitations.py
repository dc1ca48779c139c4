"""Asking somebody into the team: who has the code may come in, once, within seven days."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from models import Shop, TeamInvitation, User
from shop import ranks, taken
from shop.errors import Conflict, NotFound
from shop.ranks import Ranked

LIFETIME = timedelta(days=7)
VOID = "This invitation is not valid any more"


def invite(
    session: Session, shop_id: int, *, phone: str, name: str, role: str, by: Ranked, now: datetime
) -> tuple[TeamInvitation, str]:
    """A pending invitation, flushed, and its code, which nobody can be told again.

    Raises Forbidden for a role above the inviter's, Conflict for a phone of the team or one with a pending
    invitation.
    """
    ranks.require(by, role)
    taken.refuse_known(session, phone)
    _lapse(session, shop_id, phone, now)
    code = secrets.token_urlsafe(32)
    invitation = TeamInvitation(
        shop_id=shop_id,
        phone=phone,
        name=name,
        role=role,
        code_hash=_digest(code),
        status="pending",
        invited_by_id=by.id,
        expires_at=now + LIFETIME,
    )
    session.add(invitation)
    taken.flush(session)
    return invitation, code


def withdraw(session: Session, id: int, *, by: Ranked) -> None:
    """Raises NotFound, Forbidden (to a role above one's own), Conflict (accepted already)."""
    invitation = session.get(TeamInvitation, id, with_for_update=True)
    if invitation is None:
        raise NotFound("Not found")
    ranks.require(by, invitation.role)
    if invitation.status == "accepted":
        raise Conflict("It was accepted already: remove the person from the team instead")
    invitation.status = "expired"


def shop_of(session: Session, code: str) -> int:
    """The shop that a code leads to; the session is of no shop.

    Raises NotFound for a code that is not ours, Conflict where the shop is closed, or whoever invited could not
    invite so high any more: who leaves leaves no door open.
    """
    inviter = aliased(User)
    row = session.execute(
        select(TeamInvitation.shop_id, TeamInvitation.role, Shop.is_active.label("is_open"), inviter)
        .join(Shop, TeamInvitation.shop_id == Shop.id)
        .join(inviter, TeamInvitation.invited_by_id == inviter.id)
        .where(TeamInvitation.code_hash == _digest(code))
    ).one_or_none()
    if row is None:
        raise NotFound("No such invitation")
    by = row[3]
    if not row.is_open:
        raise Conflict(VOID)
    _require_standing(by, row.role)
    shop_id: int = row.shop_id
    return shop_id


def accept(session: Session, code: str, *, name: str | None, password_hash: str, now: datetime) -> User:
    """Who was invited joins the team, flushed.

    Raises NotFound, Conflict (used, expired, void or the phone taken meanwhile).
    """
    invitation = session.scalar(
        select(TeamInvitation).where(TeamInvitation.code_hash == _digest(code)).with_for_update()
    )
    if invitation is None:
        raise NotFound("No such invitation")
    if invitation.status != "pending" or invitation.expires_at <= now:
        used = invitation.status == "accepted"
        raise Conflict("This invitation was used already" if used else "This invitation has expired")
    inviter = session.get(User, invitation.invited_by_id, with_for_update={"read": True})
    if inviter is not None:  # else a superadmin, whom a session of the shop does not see
        _require_standing(inviter, invitation.role)
    user = User(
        shop_id=invitation.shop_id,
        name=name or invitation.name,
        phone=invitation.phone,
        role=invitation.role,
        password_hash=password_hash,
        invited_by_id=invitation.invited_by_id,
    )
    session.add(user)
    invitation.status = "accepted"
    taken.flush(session)
    return user


def _require_standing(inviter: User, role: str) -> None:
    if not (inviter.is_active and ranks.at_least(inviter, role)):
        raise Conflict(VOID)


def _lapse(session: Session, shop_id: int, phone: str, now: datetime) -> None:
    """Make room: an invitation of this phone that nobody came for in time is pending no longer."""
    lapsed = select(TeamInvitation).where(
        TeamInvitation.shop_id == shop_id,
        TeamInvitation.phone == phone,
        TeamInvitation.status == "pending",
        TeamInvitation.expires_at <= now,
    )
    for invitation in session.scalars(lapsed.with_for_update()):
        invitation.status = "expired"
    session.flush()


def _digest(code: str) -> bytes:
    return sha256(code.encode()).digest()
