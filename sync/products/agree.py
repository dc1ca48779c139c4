"""Bring one product to agreement: read theirs, plan, apply here, write there, read back, remember."""

from typing import Any

from sqlalchemy.orm import Session

from bitrix.client import Bitrix
from bitrix.errors import BitrixError, NotFound
from bitrix.wire.product import SiteProduct
from models import Product, SyncLink, begin
from sync.adopting import adopt
from sync.agreement import unsend, weigh
from sync.links import Mark, find_link, mark, read_through, unmoved
from sync.locks import lock_entity
from sync.outbox.lease import Lease, hold
from sync.outbox.verdicts import MovedMeanwhile, NotTaken, Permanent
from sync.outbox.wish import wish
from sync.products.apply import CannotImport, apply, disable_gone, import_product
from sync.products.values import ours, theirs
from sync.rules import Rules

ROUNDS = 3  # read, write and read back take two; one more where a side moves meanwhile


def agree_product(site: Bitrix, rules: Rules, lease: Lease, deadline: float) -> None:
    """Work one lease of kind `product`. Returns when both sides agree; raises BitrixError or a verdict."""
    bitrix_id, written = int(lease.key), dict[str, Any]()
    for _ in range(ROUNDS):
        with begin() as session:
            noted = mark(session, lease.shop_id, "product", bitrix_id, rules.hint_after_s)
        try:
            read = site.product(bitrix_id, request_id=lease.request_id, deadline=deadline)
        except NotFound:
            _gone(lease, bitrix_id, noted)
            return
        with begin() as session:
            pushes = _weigh(session, rules, lease, read, noted, written)
        if not pushes:
            return
        if pushes == written:
            raise NotTaken(f"the site said yes and kept its own {', '.join(sorted(pushes))}")
        try:
            site.update_product(bitrix_id, pushes, request_id=lease.request_id, deadline=deadline)
        except BitrixError as error:
            if not (error.in_doubt or lease.in_doubt):
                _not_written(lease, bitrix_id)
            raise
        written = pushes
    raise MovedMeanwhile("a side moved in every round")


def _weigh(
    session: Session, rules: Rules, lease: Lease, read: SiteProduct, noted: Mark, written: dict[str, Any]
) -> dict[str, Any]:
    """One look at both sides under the lock; returns what must be written there."""
    lock_entity(session, lease.shop_id, "product", read.id)
    hold(session, lease)
    link = find_link(session, lease.shop_id, "product", read.id)
    if not unmoved(link, noted):
        raise MovedMeanwhile("the product moved while it was read")
    link = link or adopt(session, lease.shop_id, "product", read.id)
    if link is None:
        _import(session, lease, read)
        return {}
    if link.local_id is None:
        return {}
    product = session.get_one(Product, link.local_id, with_for_update={"key_share": True})
    values, rejected = theirs(read)
    if product.deleted_at is not None:
        return _take_leave(link, values.get("enabled", not written))
    here = ours(product)
    said_yes = [name for name, value in written.items() if here[name] == value]
    verdict = weigh(session, link, rules.product_fields, here, values, rejected, said_yes)
    if apply(product, verdict.takes):
        link.seq += 1
    read_through(link, noted, agreed=not verdict.pushes)
    if noted.early:
        wish(session, lease.shop_id, "product", read.id, "webhook", after_s=rules.hint_after_s)
    return verdict.pushes


def _take_leave(link: SyncLink, on_sale_there: bool) -> dict[str, Any]:
    """Deleted here: it goes off sale there as well, and then neither side hears of the other any more."""
    if on_sale_there:
        return {"enabled": False}
    link.local_id, link.state = None, "gone_here"
    return {}


def _import(session: Session, lease: Lease, read: SiteProduct) -> None:
    try:
        import_product(session, lease.shop_id, read)
    except CannotImport as error:
        raise Permanent(str(error)) from error


def _not_written(lease: Lease, bitrix_id: int) -> None:
    with begin() as session:
        lock_entity(session, lease.shop_id, "product", bitrix_id)
        hold(session, lease)
        link = find_link(session, lease.shop_id, "product", bitrix_id)
        if link is not None:
            unsend(link)


def _gone(lease: Lease, bitrix_id: int, noted: Mark) -> None:
    with begin() as session:
        lock_entity(session, lease.shop_id, "product", bitrix_id)
        hold(session, lease)
        link = find_link(session, lease.shop_id, "product", bitrix_id)
        if not unmoved(link, noted):
            raise MovedMeanwhile("the product moved while it was looked for")
        link = link or adopt(session, lease.shop_id, "product", bitrix_id)
        if link is None or link.local_id is None:
            return
        link.missing += 1
        product = session.get_one(Product, link.local_id, with_for_update={"key_share": True})
        if product.deleted_at is not None:
            _take_leave(link, False)
        elif disable_gone(product, link):
            link.seq += 1
