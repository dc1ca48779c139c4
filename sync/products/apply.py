"""Carry what the site moved over to our product, or make a product out of the site's."""

from datetime import datetime
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from bitrix.wire.product import SiteProduct
from models import Product, ProductImage, SyncLink
from models.product import FIRST_LOCAL_ID
from sync.agreement import remember
from sync.links import make_link
from sync.plan import Memory
from sync.products.values import ours, theirs

NEEDED = ("name", "price")


class CannotImport(Exception):
    """The product lacks what a product cannot be without; the message says what."""


def apply(product: Product, takes: dict[str, Any]) -> bool:
    """Set the taken fields, images replaced as a whole; True if there were any."""
    for name, value in takes.items():
        if name == "images":
            product.images = _images(value)
        else:
            setattr(product, name, value)
    return bool(takes)


def import_product(session: Session, shop_id: int, site: SiteProduct) -> tuple[Product, SyncLink]:
    """A new product, under the site's id where that is free. Without a readable name and price: CannotImport."""
    values, rejected = theirs(site)
    lacking = [rejected.get(name, f"{name}: not sent") for name in NEEDED if name not in values]
    if lacking:
        raise CannotImport("; ".join(lacking))
    product = Product(shop_id=shop_id, bitrix_id=site.id, name=values["name"], price=values["price"])
    apply(product, {"enabled": False} | values)
    product.type = values.get("type") or "catalog"
    created: datetime | None = site.reading.values.get("created")
    if created:
        product.created_at = created
    if site.id < FIRST_LOCAL_ID and not session.scalar(select(exists().where(Product.id == site.id))):
        product.id = site.id
    session.add(product)
    session.flush()
    link = make_link(session, shop_id, "product", site.id, product.id)
    link.rejected = rejected
    remember(link, ours(product), values)
    return product, link


def disable_gone(product: Product, link: SyncLink) -> bool:
    """The site has it no more: never deleted here. If it comes back enabled, that is a move of theirs."""
    changed = product.enabled
    product.enabled = False
    link.state = "gone_there"
    link.base = link.base | {"enabled": Memory(False, False).dump()}
    return changed


def _images(urls: list[str] | None) -> list[ProductImage]:
    return [
        ProductImage(url=url, position=position, is_primary=position == 0)
        for position, url in enumerate(urls or [])
    ]
