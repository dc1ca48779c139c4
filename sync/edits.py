"""Changes made on our side: under the entity's lock, and what they owe the site in the same transaction."""

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from models import Order, Product, Shop
from shop.actor import Actor
from shop.errors import Conflict
from shop.order_draft import Draft
from shop.order_placing import place
from shop.order_status import change_status
from sync.fields import PRODUCT, SITE_ONLY
from sync.links import touch
from sync.locks import entity_locked
from sync.outbox.wish import wish

Row = TypeVar("Row", Order, Product)
WRITTEN = frozenset(field.name for field in PRODUCT if field.direction != "take")


def lock_product(session: Session, shop_id: int, product_id: int) -> Product | None:
    """The shop's product with its row locked, after its entity: None where the shop has no such product."""
    it = and_(Product.id == product_id, Product.shop_id == shop_id)
    alone = entity_locked(shop_id, "product", Product.bitrix_id, it)
    return _locked(session, select(Product).where(it, Product.deleted_at.is_(None), alone))


def lock_order(session: Session, shop_id: int, order_id: int) -> Order | None:
    """The shop's order with its row locked, after its entity: None where the shop has no such order."""
    return _locked_order(session, shop_id, Order.id == order_id)


def lock_tracked_order(session: Session, shop_id: int, tracking_id: str) -> Order | None:
    return _locked_order(session, shop_id, Order.tracking_id == tracking_id)


def edit_product(
    session: Session, shop: Shop, product: Product, changes: Mapping[str, Any], *, request_id: str | None = None
) -> bool:
    """Set these fields of a locked product and owe the site what it has a call for; True if it owes anything.

    Raises Conflict for fields that only the site may change in a mirrored shop.
    """
    moved = {name for name, value in changes.items() if getattr(product, name) != value}
    if is_mirrored(shop, product):
        _refuse_site_owned(moved)
    for name in moved:
        setattr(product, name, changes[name])
    if not is_mirrored(shop, product) or not moved & WRITTEN:
        return False
    _owe_product(session, product, "edit", request_id)
    return True


def delete_product(session: Session, shop: Shop, product: Product, *, request_id: str | None = None) -> bool:
    """Let nobody find a locked product any more, and owe the site that it is off sale; True if it owes anything.

    Whatever the site says of it later changes nothing here: once it is off sale there, the link is a tombstone.
    """
    product.enabled = False
    product.deleted_at = func.now()
    if not is_mirrored(shop, product):
        return False
    _owe_product(session, product, "deleted", request_id)
    return True


def is_mirrored(shop: Shop, product: Product) -> bool:
    """Whether the site knows the product, and so has a say in it."""
    return shop.mirrors_bitrix and product.bitrix_id is not None


def change_order_status(session: Session, order: Order, new: str, *, actor: Actor, note: str | None = None) -> bool:
    """Change the status of a locked order from our side; in a mirrored shop it stands as `status_ahead`."""
    changed = change_status(session, order, new, actor=actor, note=note)
    if changed and order.bitrix_order_id is not None:
        touch(session, "order", order.id)
    return changed


def place_order(
    session: Session, shop: Shop, draft: Draft, *, actor: Actor, request_id: str | None = None
) -> Order:
    """Place an order, and in a mirrored shop owe the site its creation."""
    order = place(session, shop, draft, actor=actor)
    if shop.mirrors_bitrix:
        wish(session, shop.id, "new_order", order.uuid, "placed", request_id=request_id)
    return order


def _locked_order(session: Session, shop_id: int, which: ColumnElement[bool]) -> Order | None:
    it = and_(which, Order.shop_id == shop_id)
    alone = entity_locked(shop_id, "order", Order.bitrix_order_id, it)
    return _locked(session, select(Order).where(it, Order.deleted_at.is_(None), alone))


def _locked(session: Session, query: Select[Row]) -> Row | None:
    return session.scalar(query.with_for_update(key_share=True).execution_options(populate_existing=True))


def _owe_product(session: Session, product: Product, reason: str, request_id: str | None) -> None:
    touch(session, "product", product.id)
    wish(session, product.shop_id, "product", product.bitrix_id, reason, request_id=request_id)


def _refuse_site_owned(moved: Collection[str]) -> None:
    foreign = sorted(set(moved) & set(SITE_ONLY))
    if foreign:
        said = {name: ["belongs to the Bitrix site: change it there"] for name in foreign}
        raise Conflict(f"The Bitrix site owns {', '.join(foreign)}", said)
