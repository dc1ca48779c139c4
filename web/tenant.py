"""Which shop a request is about, and its transaction. Another shop's row is simply not there: 404, never 403."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import g, request
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models import Order, Shop, User, begin, begin_for, prepared, read_for
from models.base import autocommit
from shop import audit, tracking
from shop.actor import Actor
from tasks import doorbell
from tasks.logs import request_id
from web import caller
from web.caller import Caller
from web.database import once_more
from web.errors import Problem, existing
from web.schemas.fields import LARGEST_ID

LOOKING = ("GET", "HEAD")


@contextmanager
def staff() -> Iterator[Session]:
    """The request's transaction, in the caller's shop; a superadmin names one by `shop_id`, else means the own or
    the mirrored one. Raises Problem 404.
    """
    who = caller.current()
    shop = (_named() or who.shop_id or _mirrored()) if who.is_superadmin else who.shop_id
    assert shop is not None  # a constraint of the table: only superadmins have none
    with _transaction(shop, Actor.user(who.id)) as session:
        yield session


@contextmanager
def public(named: int | None = None) -> Iterator[Session]:
    """On a public route: the shop named by its path, else the one asked for, else the token's, else the mirrored
    one. Problem 404: closed. To any shop but their own, staff are customers.
    """
    who = caller.optional()
    wanted = named or _asked() or (who.shop_id if who else None)
    shop = _mirrored() if wanted is None else _open(wanted, who)
    actor = Actor.user(who.id) if who and sees_inside(who, _id(shop)) else Actor.customer()
    with _transaction(shop, actor) as session:
        yield session


@contextmanager
def of_shop(shop_id: int) -> Iterator[Session]:
    """A superadmin's transaction in the shop that a row was found in."""
    with _transaction(shop_id, Actor.user(caller.current().id)) as session:
        yield session


@contextmanager
def of_all_shops() -> Iterator[Session]:
    """A superadmin's transaction without walls. What it changes is written down in the row's own shop."""
    with begin(**_origin(Actor.user(caller.current().id))) as session:
        yield session


@contextmanager
def personal() -> Iterator[tuple[Session, User]]:
    """The caller's own row: in a transaction of their shop, or of no shop for a superadmin without one."""
    who = caller.current()
    with _transaction(who.shop_id, Actor.user(who.id)) if who.shop_id else begin() as session:
        yield session, session.get_one(User, who.id)


@contextmanager
def joining(shop_id: int) -> Iterator[Session]:
    """The transaction of somebody who is about to belong to the shop."""
    with _transaction(shop_id, Actor.customer()) as session:
        yield session


@contextmanager
def tracked(tracking_id: str) -> Iterator[Session]:
    """A customer's transaction, in whichever open shop has the order of that tracking id. Problem 404."""
    if not tracking.is_one(tracking_id):
        raise Problem(404, "Not found")
    has_it = (Order.tracking_id == tracking_id, Order.deleted_at.is_(None), Shop.is_active)
    with _transaction(
        _found(select(Shop).join(Order, Order.shop_id == Shop.id).where(*has_it)), Actor.customer()
    ) as session:
        yield session


def actor(session: Session) -> Actor:
    """Who does what this session does."""
    found: Actor = session.info["actor"]
    return found


def shop_id(session: Session) -> int:
    """The shop that a session of `staff` or `public` is in."""
    found: int = session.info["shop_id"]
    return found


def own_shop(session: Session) -> Shop:
    """Read once, if it was not when the request's shop was looked for."""
    if "shop" not in session.info:
        session.info["shop"] = session.get_one(Shop, shop_id(session))
    shop: Shop = session.info["shop"]
    return shop


def ring(session: Session, bell: str) -> None:
    """Ring a worker once the transaction is committed: before that it would find nothing."""
    session.info.setdefault("bells", set()).add(bell)


def sees_inside(who: Caller | None, shop_id: int) -> bool:
    """Whether the caller belongs to the shop, and so sees what its customers do not."""
    return who is not None and (who.is_superadmin or who.shop_id == shop_id)


def _origin(actor: Actor) -> dict[str, Any]:
    return audit.origin(actor, request_id(), request.remote_addr)


@contextmanager
def _transaction(shop: Shop | int, actor: Actor) -> Iterator[Session]:
    """One for the whole request: what asks for it again joins it. A GET only looks."""
    if "transaction" in g:
        yield g.transaction
        return
    opened = read_for if request.method in LOOKING else begin_for
    with opened(_id(shop), **_origin(actor)) as session:
        g.transaction = session
        if isinstance(shop, Shop):
            session.info["shop"] = session.merge(shop, load=False)
        try:
            yield session
        finally:
            del g.transaction
    for bell in session.info.get("bells", ()):
        doorbell.ring(bell)


def _asked() -> int | None:
    raw = request.args.get("shop_id")
    if raw is None:
        return None
    if not (raw.isascii() and raw.isdecimal() and 0 < len(raw) < 17 and 0 < int(raw) <= LARGEST_ID):
        raise Problem(422, "Some fields are wrong", {"shop_id": ["Not a valid id."]})
    return int(raw)


def _named() -> Shop | None:
    """A superadmin looks into closed shops too."""
    wanted = _asked()
    return None if wanted is None else _found(select(Shop).where(Shop.id == wanted))


def _open(shop_id: int, who: Caller | None) -> Shop | int:
    """The shop, unless customers are not let in. Of a closed shop nobody is let in who belongs to it, so the
    caller's own is open (web.caller.load).
    """
    if who and who.shop_id == shop_id and not who.is_superadmin:
        return shop_id
    return _found(select(Shop).where(Shop.id == shop_id, Shop.is_active))


def _mirrored() -> Shop:
    return _found(select(Shop).where(Shop.mirrors_bitrix, Shop.is_active))


def _found(query: Select[Shop]) -> Shop:
    """In one round trip. Raises Problem 404."""

    def read() -> Shop | None:
        with Session(autocommit()) as session:
            return session.scalar(query, execution_options={prepared.OPTION: True})

    return existing(once_more(read))


def _id(shop: Shop | int) -> int:
    return shop.id if isinstance(shop, Shop) else shop
