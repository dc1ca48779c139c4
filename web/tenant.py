"""Which shop a request is about. Another shop's row is simply not there: 404, never 403."""

from flask import request
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Shop
from web import caller
from web.caller import Caller
from web.errors import Problem
from web.schemas.fields import LARGEST_ID


def of_staff(session: Session) -> int:
    """The caller's shop; a superadmin names one by `shop_id`, else means the own or the mirrored one."""
    who = caller.current()
    if who.is_superadmin:
        return _asked() or who.shop_id or _mirrored(session)
    assert who.shop_id is not None  # a constraint of the table: only superadmins have none
    return who.shop_id


def of_public(session: Session) -> int:
    """On a public route: the shop asked for, else the token's, else the mirrored one. 404 if it is closed."""
    who = caller.optional()
    wanted = _asked() or (who.shop_id if who else None)
    if wanted is None:
        return _mirrored(session)
    found = session.scalar(select(Shop.id).where(Shop.id == wanted, Shop.is_active))
    if found is None:
        raise Problem(404, "Not found")
    return found


def sees_inside(who: Caller | None, shop_id: int) -> bool:
    """Whether the caller belongs to the shop, and so sees what its customers do not."""
    return who is not None and (who.is_superadmin or who.shop_id == shop_id)


def _asked() -> int | None:
    raw = request.args.get("shop_id")
    if raw is None:
        return None
    if not (raw.isascii() and raw.isdecimal() and 0 < len(raw) < 17 and 0 < int(raw) <= LARGEST_ID):
        raise Problem(422, "Some fields are wrong", {"shop_id": ["Not a valid id."]})
    return int(raw)


def _mirrored(session: Session) -> int:
    found = session.scalar(select(Shop.id).where(Shop.mirrors_bitrix, Shop.is_active))
    if found is None:
        raise Problem(404, "Not found")
    return found
