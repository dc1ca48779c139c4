"""Bring one order that the site knows to agreement: read it, plan, apply here, remember.

Nothing of an order is ever written there after its creation: the site has no call for it.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bitrix.client import Bitrix
from bitrix.errors import NotFound
from bitrix.wire.order import SiteOrder
from models import Order, Outbox, SyncLink, begin
from shop.actor import Actor
from sync.adopting import adopt
from sync.agreement import weigh
from sync.links import Mark, find_link, mark, read_through, unmoved
from sync.locks import lock_entity
from sync.orders.apply import apply
from sync.orders.doubt import creation_in_doubt
from sync.orders.imports import CannotImport, import_order
from sync.orders.parked import give_up_parked
from sync.orders.values import ours, theirs
from sync.outbox.lease import Lease, hold
from sync.outbox.verdicts import MovedMeanwhile, NotThere, Permanent, Stale, Unsettled
from sync.rules import Rules

MOST_NOT_FOUND = 3


def agree_order(site: Bitrix, rules: Rules, lease: Lease, deadline: float) -> None:
    """Work one lease of kind `order`. Returns when both sides agree; raises BitrixError or a verdict."""
    bitrix_id = int(lease.key)
    with begin() as session:
        noted = mark(session, lease.shop_id, "order", bitrix_id, rules.hint_after_s)
    try:
        read = site.order(bitrix_id, request_id=lease.request_id, deadline=deadline)
    except NotFound:
        _not_there(lease, bitrix_id, noted)
        return
    with begin() as session:
        lock_entity(session, lease.shop_id, "order", bitrix_id)
        hold(session, lease)
        link = find_link(session, lease.shop_id, "order", bitrix_id)
        if not unmoved(link, noted):
            raise MovedMeanwhile("the order moved while it was read")
        link = link or adopt(session, lease.shop_id, "order", bitrix_id)
        if link is None:
            link = _import(session, rules, lease, read)
        elif order := _ours(session, link):
            _weigh(session, rules, link, order, read, noted)
        else:
            return  # deleted here: what it left stays as it is
        read_through(link, noted, status=read.reading.values.get("status"))
    rules.ring("inbox")


def _import(session: Session, rules: Rules, lease: Lease, read: SiteOrder) -> SyncLink:
    if creation_in_doubt(session, lease.shop_id):
        raise Unsettled("a creation is unresolved: this may be the very order")
    try:
        return import_order(session, rules, lease.shop_id, read)[1]
    except CannotImport as error:
        raise Permanent(str(error)) from error


def _ours(session: Session, link: SyncLink) -> Order | None:
    order = session.get(Order, link.local_id, with_for_update=True) if link.local_id is not None else None
    return order if order is not None and order.deleted_at is None else None


def _weigh(session: Session, rules: Rules, link: SyncLink, order: Order, read: SiteOrder, noted: Mark) -> None:
    if _is_older(read.updated_at, link.site_updated_at):
        raise Stale("the site answered with an older state than it had shown before")
    if noted.early and read.reading.values.get("status") != noted.newest_status:
        raise Stale("the site does not show yet what its webhook has just told")
    values, rejected = theirs(read, order, rules.statuses)
    verdict = weigh(session, link, rules.order_fields, ours(order, values, rules.statuses), values, rejected)
    if apply(session, order, verdict, values, rules.statuses, Actor.bitrix()):
        link.seq += 1
    link.site_updated_at = read.updated_at or link.site_updated_at


def _is_older(read: datetime | None, seen: datetime | None) -> bool:
    return read is not None and seen is not None and read < seen


def _not_there(lease: Lease, bitrix_id: int, noted: Mark) -> None:
    """A linked order is listed as gone, never cancelled; an unknown one is given up after three 404s."""
    with begin() as session:
        lock_entity(session, lease.shop_id, "order", bitrix_id)
        hold(session, lease)
        link = find_link(session, lease.shop_id, "order", bitrix_id)
        if not unmoved(link, noted):
            raise MovedMeanwhile("the order moved while it was looked for")
        link = link or adopt(session, lease.shop_id, "order", bitrix_id)
        if link is not None:
            link.missing += 1
            link.state = "gone_there" if link.local_id is not None else link.state
            return
        seen = 1 + session.scalars(select(Outbox.not_found).where(Outbox.id == lease.id)).one()
        if seen >= MOST_NOT_FOUND:
            give_up_parked(session, lease.shop_id, bitrix_id)
            return
    raise NotThere(f"404 for the {seen}. time")
