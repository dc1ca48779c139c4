"""Create an order of ours on the site: once, however often the answer is lost.

The order's UUID is the key there. When in doubt the same key is sent again, and the site answers with the order
it had made.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from bitrix.client import Bitrix
from bitrix.wire.creation import Created, CreateLine, CreateOrder
from models import Order, Product, Shop, SyncLink, begin
from sync.links import find_link, make_link, wake_parked
from sync.locks import lock_entity
from sync.orders.merge import is_mere_import, merge_into
from sync.orders.values import COLUMNS, ours
from sync.outbox.lease import Lease, hold
from sync.outbox.verdicts import Permanent
from sync.outbox.wish import wish
from sync.plan import MISSING, Memory
from sync.rules import Rules

PUSHED = ("new", "paid", "accepted")
FIRST_CODE = "N"  # what the site gives an order that was just created


def create_there(site: Bitrix, rules: Rules, lease: Lease, deadline: float) -> None:
    """Work one lease of kind `new_order`, keyed by the order's UUID."""
    with begin() as session:
        order = _load(session, lease)
        wanted = _payload(session, order) if order and _is_owed(session, order, lease) else None
        sent = ours(order, {}, rules.statuses) if order else {}
    if wanted is None:
        return
    created = site.create_order(wanted, request_id=lease.request_id, deadline=deadline)
    if created.duplicate and not lease.in_doubt:
        # Nobody sent this key before us, so the site must prove that it has the order it speaks of.
        site.order(created.order_id, request_id=lease.request_id, deadline=deadline)
    with begin() as session:
        _link(session, rules, lease, created, sent)
    rules.ring("inbox")


def _load(session: Session, lease: Lease) -> Order | None:
    return session.scalar(
        select(Order)
        .where(Order.shop_id == lease.shop_id, Order.uuid == lease.key)
        .options(selectinload(Order.items))
    )


def _is_owed(session: Session, order: Order, lease: Lease) -> bool:
    """Never linked, early in its life, and made since the shop is mirrored.

    When in doubt the site may have it already, whatever became of it here since: only the same key tells its id.
    """
    if order.bitrix_order_id is not None:
        return False
    if lease.in_doubt:
        return True
    shop = session.get_one(Shop, order.shop_id)
    since = shop.mirrored_since
    return (
        shop.mirrors_bitrix
        and order.status in PUSHED
        and order.deleted_at is None
        and since is not None
        and order.created_at >= since
    )


def _payload(session: Session, order: Order) -> CreateOrder:
    asked = [item.product_id for item in order.items]
    known = {
        local: there
        for local, there in session.execute(select(Product.id, Product.bitrix_id).where(Product.id.in_(asked)))
        if there is not None
    }
    unknown = [item.name for item in order.items if item.product_id not in known]
    if unknown:
        raise Permanent(f"the site does not know {', '.join(unknown)}")
    return CreateOrder(
        railway_order_id=order.uuid,
        customer_phone=order.customer_phone or "",
        pickup=order.delivery_type == "pickup",
        items=tuple(
            CreateLine(known[item.product_id], item.quantity, item.price)
            for item in order.items
            if item.product_id is not None
        ),
        total_price=order.subtotal,
        delivery_fee=order.delivery_cost,
        recipient_name=order.recipient_name,
        recipient_phone=order.recipient_phone,
        delivery_address=order.delivery_address,
        delivery_date=order.delivery_date,
        delivery_time=order.delivery_time,
        notes=order.comment,
        customer_name=order.customer_name,
    )


def _link(session: Session, rules: Rules, lease: Lease, created: Created, sent: Mapping[str, Any]) -> None:
    """Under the lock of the id the site gave: link, wake what came before, and owe the verifying read."""
    lock_entity(session, lease.shop_id, "order", created.order_id)
    hold(session, lease)
    order = session.scalars(
        select(Order).where(Order.shop_id == lease.shop_id, Order.uuid == lease.key).with_for_update()
    ).one()
    link = find_link(session, lease.shop_id, "order", created.order_id)
    if link is None:
        link = make_link(session, lease.shop_id, "order", created.order_id, order.id)
        _expect(link, sent)
    elif link.local_id != order.id:
        if not is_mere_import(session, link):
            raise Permanent(f"order {created.order_id} of the site is linked to another order of ours")
        merge_into(session, rules, link, order)
    order.bitrix_order_id = created.order_id
    if order.bitrix_status is None:
        order.bitrix_status = FIRST_CODE
    wake_parked(session, lease.shop_id, "order", created.order_id)
    if rules.verify_after_s:
        _verify(session, rules, lease, created.order_id)


def _verify(session: Session, rules: Rules, lease: Lease, bitrix_id: int) -> None:
    after_s, request_id = rules.verify_after_s, lease.request_id
    wish(session, lease.shop_id, "order", bitrix_id, "verify", after_s=after_s, request_id=request_id)


def _expect(link: SyncLink, sent: Mapping[str, Any]) -> None:
    """Remember what was sent, though the order may have been edited since: the first read tells what the site
    made of it.
    """
    link.base = {"status": Memory(FIRST_CODE, FIRST_CODE).dump()} | {
        name: Memory(MISSING, MISSING, sent=sent[name], before=None).dump()
        for name in (*COLUMNS, "items")
        if sent[name]
    }
