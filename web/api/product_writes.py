"""What becomes of a product's fields as they were sent."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func
from sqlalchemy.orm import Session

from models import Product, ProductImage, Shop
from sync import edits
from web.agreement import with_agreement
from web.errors import Problem


def make(session: Session, shop_id: int, given: Mapping[str, Any]) -> Product:
    """A product of the shop alone: the site never hears of it."""
    product = Product(shop_id=shop_id, **_with_images(given))
    session.add(product)
    return product


def change(session: Session, product: Product, given: Mapping[str, Any], request_id: str | None) -> bool:
    """Set the fields of a locked product; True if the site is owed something for it.

    Raises Problem 409 where it has moved on from the version the caller saw, Conflict for fields of the site's.
    """
    changes = dict(given)
    seen = changes.pop("version", product.version)
    if seen != product.version:
        detail = f"Somebody else changed it meanwhile: it is at version {product.version} now"
        raise Problem(409, detail, {"version": [f"Is {product.version} now."]})
    if changes.get("images") == [image.url for image in product.images]:
        del changes["images"]
    shop = session.get_one(Shop, product.shop_id)
    owes = edits.edit_product(session, shop, product, _with_images(changes), request_id=request_id)
    if "images" in changes:
        product.updated_at = func.now()  # the version grows with the product's pictures too
    return owes


def shown(session: Session, product: Product) -> Product:
    """The product as it is now in the database, complete, for when the session is over."""
    session.flush()
    session.refresh(product)
    session.refresh(product, ["images"])
    with_agreement(session, [product])
    return product


def _with_images(given: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(given)
    if "images" in values:
        values["images"] = [
            ProductImage(url=url, position=position, is_primary=position == 0)
            for position, url in enumerate(values["images"])
        ]
    return values
