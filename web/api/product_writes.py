"""What becomes of a product's fields as they were sent."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import AuditEntry, Product, ProductImage, User
from shop import product_images
from sync import edits
from tasks.logs import request_id
from web import pictures, tenant
from web.agreement import with_agreement
from web.errors import Problem, existing, refuse_older


def locked(session: Session, product_id: int) -> Product:
    """A product of the session's shop, to be changed. Raises Problem 404."""
    return existing(edits.lock_product(session, tenant.shop_id(session), product_id))


def make(session: Session, shop_id: int, given: Mapping[str, Any]) -> Product:
    """A product of the shop alone: the site never hears of it. Raises Problem 422 for pictures of others."""
    _refuse_others(given)
    product = Product(shop_id=shop_id, **_with_images({"images": [], **given}))
    session.add(product)
    return product


def change(session: Session, product: Product, given: Mapping[str, Any]) -> Product:
    """Set the fields of a locked product, as it is shown then; what the site is owed for it is on its way.

    Raises Problem 409 where it has moved on from the version the caller saw, which names who was first if that was
    one of the shop; 422 for pictures of others, Conflict for fields of the site's.
    """
    changes = dict(given)
    refuse_older(product, changes.pop("version", None), by=lambda: _changed_by(session, product))
    _refuse_others(changes, own=_named(product))
    if changes.get("images") == [image.url for image in product.images]:
        del changes["images"]
    return _edited(session, product, _with_images(changes))


def add_image(session: Session, product: Product, *, url: str, is_primary: bool, position: int | None) -> Product:
    """Add a picture to a locked product, as it is shown then.

    The primary is the first, and the product's own `image`. Of a product that the site knows that one alone is
    shared, and may be set here: Conflict for every other picture.
    """
    shop = tenant.own_shop(session)
    changes: dict[str, Any] = {"image": url} if is_primary or product.image is None else {}
    if not (is_primary and edits.is_mirrored(shop, product)):
        changes["images"] = product_images.with_one_more(product.images, url, 0 if is_primary else position)
    product.updated_at = func.now()
    return _edited(session, product, changes)


def remove_image(session: Session, product: Product, image: ProductImage) -> None:
    """Take a picture of a locked product away; where it was its `image`, the next one is. Raises Conflict."""
    shop = tenant.own_shop(session)
    left = [other for other in product.images if other is not image]
    changes: dict[str, Any] = {"images": left}
    if product.image == image.url:
        changes["image"] = left[0].url if left else None
    product.updated_at = func.now()
    named = _named(product)
    edits.edit_product(session, shop, product, changes)
    product_images.in_order(product.images)
    _forget(product, named - _named(product))


def delete(session: Session, product_id: int) -> None:
    """Raises Problem 404."""
    product = locked(session, product_id)
    _forget(product, _named(product))
    if edits.delete_product(session, tenant.own_shop(session), product, request_id=request_id()):
        tenant.ring(session, "outbox")


def refuse_kept(field: str, urls: Iterable[str], own: Collection[str] = ()) -> None:
    """A picture kept here is deleted with the one row it was sent for. Another that named it, perhaps of another
    shop, could delete it from under that one: Problem 422.
    """
    if any(pictures.key_of(url) and url not in own for url in urls):
        raise Problem(422, "Some fields are wrong", {field: ["Is another product's picture: send the file."]})


def shown(session: Session, product: Product) -> Product:
    """The product as it is now in the database, complete, for when the session is over."""
    session.flush()
    with_agreement(session, [product])
    return product


def _edited(session: Session, product: Product, changes: Mapping[str, Any]) -> Product:
    named = _named(product)
    if edits.edit_product(session, tenant.own_shop(session), product, changes, request_id=request_id()):
        tenant.ring(session, "outbox")
    if "images" in changes:
        product.updated_at = func.now()  # the version grows with the product's pictures too
    _forget(product, named - _named(product))
    return shown(session, product)


def _refuse_others(given: Mapping[str, Any], own: Collection[str] = ()) -> None:
    refuse_kept("images", given.get("images", ()), own)
    refuse_kept("image", filter(None, [given.get("image")]), own)


def _named(product: Product) -> set[str]:
    """The addresses of all its pictures."""
    return {image.url for image in product.images} | ({product.image} if product.image else set())


def _forget(product: Product, urls: Iterable[str]) -> None:
    """Once the request has succeeded, nothing names these any more. What the site was told of stays: its page may
    show it for ever, and may bring it back here.
    """
    if product.bitrix_id is None:
        for key in filter(None, map(pictures.key_of, urls)):
            pictures.forget(key)


def _changed_by(session: Session, product: Product) -> str | None:
    """Whose change the product's last one was; None: the site's."""
    its_own = (AuditEntry.entity == "product", AuditEntry.entity_id == product.id)
    return session.scalar(
        select(User.name)
        .join(AuditEntry, AuditEntry.user_id == User.id)
        .where(*its_own, AuditEntry.at >= product.updated_at)
        .order_by(AuditEntry.id.desc())
        .limit(1)
    )


def _with_images(given: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(given)
    if "images" in values:
        values["images"] = [
            ProductImage(url=url, position=position, is_primary=position == 0)
            for position, url in enumerate(values["images"])
        ]
    return values
